import Core
import Glibc

/// What went wrong with files, in words: which file, what was expected, and what to do. Names and found text pass
/// through `display()`, because they come from anybody.
enum StoreWords {
  static func phrase(_ error: Workspace.OpenError) -> Phrase {
    switch error {
    case .missing(let path):
      Phrase(
        zh: "找不到工作区“\(display(path))”。请检查路径，或用 reviewtui init 新建。",
        en: "There is no workspace “\(display(path))”. Check the path, or make one with reviewtui init.")
    case .notAFolder(let path):
      Phrase(
        zh: "“\(display(path))”是文件，不是工作区文件夹。请给出含有 program.json 的文件夹。",
        en: "“\(display(path))” is a file, not a workspace. Name the folder that holds program.json.")
    case .noProgram(let path):
      Phrase(
        zh: "文件夹“\(display(path))”里没有 program.json，不是工作区。请换一个文件夹，或用 reviewtui init 新建。",
        en: "The folder “\(display(path))” has no program.json, so it is not a workspace. "
          + "Name another one, or make one with reviewtui init.")
    case .failed(let error): phrase(error)
    }
  }

  static func phrase(_ error: FileError) -> Phrase {
    let file = display(error.file)
    let doing = step(error.step)
    let why = reason(error.reason)
    return Phrase(zh: "\(file)：\(doing.zh)失败，\(why.zh)", en: "\(file): could not \(doing.en): \(why.en)")
  }

  private static func step(_ step: FileError.Step) -> Phrase {
    switch step {
    case .open: Phrase(zh: "打开", en: "open it")
    case .read: Phrase(zh: "读取", en: "read it")
    case .list: Phrase(zh: "列出内容", en: "list it")
    case .create: Phrase(zh: "新建", en: "create it")
    case .write: Phrase(zh: "写入", en: "write it")
    case .sync: Phrase(zh: "写入磁盘确认", en: "confirm it on the disk")
    case .close: Phrase(zh: "关闭", en: "close it")
    case .readBack: Phrase(zh: "写后核对", en: "verify what was written")
    case .replace: Phrase(zh: "替换", en: "replace it")
    case .link: Phrase(zh: "存档", en: "keep a copy of it")
    case .makeFolder: Phrase(zh: "新建文件夹", en: "make the folder")
    case .remove: Phrase(zh: "删除", en: "remove it")
    case .lock: Phrase(zh: "加锁", en: "lock it")
    case .inspect: Phrase(zh: "查看属性", en: "inspect it")
    }
  }

  private static func reason(_ reason: FileError.Reason) -> Phrase {
    switch reason {
    case .missing: Phrase(zh: "没有这个文件。", en: "there is no such file.")
    case .symbolicLink:
      Phrase(
        zh: "它是符号链接；为安全起见不跟随链接，请放入文件本身。",
        en: "it is a symbolic link, and links are not followed; put the file itself there.")
    case .notAFile: Phrase(zh: "它不是普通文件。请移走它。", en: "it is not a regular file; move it away.")
    case .notAFolder: Phrase(zh: "它不是文件夹。请移走它。", en: "it is not a folder; move it away.")
    case .tooLarge(let bytes, let limit):
      Phrase(
        zh: "文件有 \(bytes) 字节，超过上限 \(limit) 字节。", en: "it has \(bytes) bytes, more than the limit of \(limit).")
    case .readBackDiffers:
      Phrase(
        zh: "写入后读回的内容不一致，可能是磁盘故障。请换一块磁盘保存。",
        en: "what was read back differs from what was written; the disk may be failing. Save to another disk.")
    case .system(let code): system(code)
    }
  }

  /// The system's error numbers that a user can do something about.
  static func system(_ code: Int32) -> Phrase {
    switch code {
    case ENOSPC: Phrase(zh: "磁盘已满，请腾出空间后重试。", en: "the disk is full; free some space and try again.")
    case EDQUOT: Phrase(zh: "磁盘配额已用完，请联系管理员。", en: "the disk quota is used up; ask the administrator.")
    case EROFS: Phrase(zh: "文件系统是只读的。", en: "the file system is read-only.")
    case EACCES, EPERM: Phrase(zh: "没有权限，请检查文件夹的权限。", en: "permission denied; check the folder's access.")
    case EIO: Phrase(zh: "磁盘读写错误（EIO），请尽快备份并检查磁盘。", en: "disk error (EIO); back up and check the disk.")
    case EMFILE, ENFILE: Phrase(zh: "打开的文件过多，请稍后重试。", en: "too many open files; try again later.")
    case ESTALE: Phrase(zh: "网络文件夹已失效，请重新连接后重试。", en: "the network folder is stale; reconnect and try again.")
    case EEXIST: Phrase(zh: "同名文件已存在且内容不同。", en: "a file of that name exists with other content.")
    case EBUSY, ETXTBSY: Phrase(zh: "文件正被别的程序占用，请稍后重试。", en: "another program is using it; try again later.")
    case ENAMETOOLONG: Phrase(zh: "文件名太长。", en: "the name is too long.")
    case EINTR: Phrase(zh: "操作被中断，请重试。", en: "it was interrupted; try again.")
    default: Phrase(zh: "系统错误 \(code)。", en: "system error \(code).")
    }
  }

  static func phrase(_ problem: FileProblem) -> Phrase {
    let why = reason(problem.reason)
    if case .file = problem.reason { return why }
    let file = display(problem.file)
    if let line = problem.line {
      return Phrase(zh: "\(file) 第 \(line) 行：\(why.zh)", en: "\(file), line \(line): \(why.en)")
    }
    return Phrase(zh: "\(file)：\(why.zh)", en: "\(file): \(why.en)")
  }

  /// The problem without the name of the file and the line, for lists that have columns for them.
  static func reason(_ reason: FileProblem.Reason) -> Phrase {
    switch reason {
    case .file(let error): phrase(error)
    case .syntax(let error): SyntaxWords.phrase(error)
    case .field(let error): FieldWords.phrase(error)
    case .newerSchema(let schema):
      Phrase(
        zh: "由更新版本的程序写成（\(display(schema))），本版本不改动它。请升级程序。",
        en:
          "a newer version of the program wrote it (\(display(schema))); this one leaves it alone. Upgrade the program."
      )
    case .wrongID(let found, let expected):
      Phrase(
        zh: "内容写的是“\(display(found))”，与文件名“\(display(expected))”不符。请改正其中之一。",
        en: "it says “\(display(found))”, but the file's name says “\(display(expected))”. Correct one of them.")
    case .unknownName:
      Phrase(
        zh: "不认识的文件名，未读取。记录的文件名只含小写字母、数字和连字符。",
        en: "an unknown name, not read. Records are named with small letters, digits and hyphens only.")
    case .conflictCopy:
      Phrase(
        zh: "同步工具留下的另一个版本，未计入。请比较后保留一个。",
        en: "a second version left by a sync tool, not counted. Compare the two and keep one.")
    case .changedCopy:
      Phrase(
        zh: "存档内容与文件名里的摘要不符，已被改动。请从备份恢复。",
        en: "the copy is not the one that its name speaks of; it was changed. Restore it from a backup.")
    case .newerCopy(let revision, let kind): UnsavedWords.newerCopy(revision, kind)
    case .journal(let fault): DoctorWords.fault(fault)
    case .notInJournal:
      Phrase(
        zh: "与本人操作日志的最后记录不符：在程序之外改过，或保存时中断、日志缺行。",
        en:
          "it is not what its owner's journal saw last: it was changed outside of the program, or a line is missing because a save was cut short."
      )
    case .brokenSeal:
      Phrase(
        zh: "核查记录签字封存后被改动，封存摘要不符。请从 history 或备份恢复。",
        en: "the visit was changed after it was signed: it is not what was sealed. Restore it from history or a backup."
      )
    case .changedFields(let fields, let copy):
      fields.isEmpty
        ? Phrase(
          zh: "内容与存档 \(display(copy)) 相同，但空格、换行或次序被改动。",
          en: "it says the same as the copy \(display(copy)), but spaces, line ends or the order were changed.")
        : Phrase(
          zh: "与存档 \(display(copy)) 不同之处：\(fields.prefix(20).map(display).joined(separator: "、"))",
          en: "other than in the copy \(display(copy)): \(fields.prefix(20).map(display).joined(separator: ", "))")
    case .changedEvidence(let id, let file):
      Phrase(
        zh: "证据 \(display(id))（\(display(file))）缺失，或已不是登记时的内容。请找回原件。",
        en: "evidence \(display(id)) (\(display(file))) is missing or is not what it was when added. Find the original."
      )
    case .otherSeal:
      Phrase(
        zh: "签字对应的不是现在的核查记录。请核对记录后重新会签。",
        en: "the signature is to another text of the visit. Look at the record and sign again.")
    case .byteOrderMark:
      Phrase(zh: "文件开头有 BOM 标记，已读取。", en: "it begins with a byte order mark; it was read all the same.")
    }
  }

  static func phrase(_ failure: RecordSave.Failure) -> Phrase {
    switch failure {
    case .conflict(let file, _, let found):
      found == nil
        ? Phrase(
          zh: "冲突：\(display(file)) 在打开之后被删除或移走了。没有写入任何内容，请重新打开后再改。",
          en: "Conflict: \(display(file)) was removed since it was read. Nothing was written; open it again.")
        : Phrase(
          zh: "冲突：\(display(file)) 在打开之后被另一个窗口或另一台电脑改过。没有写入任何内容，请重新打开后再改。",
          en: "Conflict: \(display(file)) was changed by another window or machine since it was read (conflict). "
            + "Nothing was written; open it again.")
    case .busy(let file):
      Phrase(
        zh: "\(display(file))：您的另一个窗口正在保存，请稍后重试。没有写入任何内容。",
        en: "\(display(file)): another window of yours is saving. Nothing was written; try again.")
    case .failed(let error):
      Phrase(
        zh: "没有保存，原记录未变。\(phrase(error).zh)", en: "Not saved; the record is as it was. \(phrase(error).en)")
    case .unconfirmed(let error):
      Phrase(
        zh: "保存未确认：内容已替换，但磁盘没有确认，断电后可能退回旧版本。请再保存一次。\(phrase(error).zh)",
        en: "The save is not confirmed: the record was replaced, but the disk did not confirm it. Save again. "
          + phrase(error).en)
    case .unreadable(let file, let error):
      Phrase(
        zh: "没有保存：\(display(file)) 写出后将无法再读。\(SyntaxWords.phrase(error).zh)",
        en: "Not saved: \(display(file)) could not be read again. \(SyntaxWords.phrase(error).en)")
    }
  }

  static func phrase(_ denial: Permission.Denial) -> Phrase {
    switch denial {
    case .unknownPerson(let id):
      Phrase(
        zh: "人员名单 people.json 里没有“\(display(id))”。请检查编号，或请督导把此人加入名单。",
        en: "There is no “\(display(id))” in people.json. Check the id, or ask a supervisor to add the person.")
    case .lacksRole(let role):
      Phrase(
        zh: "只有\(CommandWords.role(role).zh)可以这样做。", en: "Only a \(CommandWords.role(role).en) may do this.")
    case .hasRole(let role):
      Phrase(
        zh: "\(CommandWords.role(role).zh)不得评分。", en: "A \(CommandWords.role(role).en) must not score.")
    case .belongsTo(let id):
      Phrase(zh: "这份评分表属于“\(display(id))”。", en: "This sheet belongs to “\(display(id))”.")
    case .notAssigned:
      Phrase(
        zh: "这份申报没有分配给您。请联系督导。", en: "This application is not assigned to you. Ask a supervisor.")
    case .otherRoleOnFile(let role):
      Phrase(
        zh: "您已是这份申报的\(CommandWords.role(role).zh)，同一份申报不能兼任两种角色。",
        en: "You are \(CommandWords.role(role).en) of this application; nobody has two roles on one application.")
    case .sealed:
      Phrase(
        zh: "核查记录已签字封存，不能再改；整改与复核另行登记。",
        en: "The visit is signed and sealed and cannot change; fixes and re-checks are recorded beside it.")
    case .onlyLead(let name):
      Phrase(
        zh: "核查记录由组长（\(display(name))）填写；组员的答案和会签记在自己的文件里。",
        en: "The visit is written by its lead, \(display(name)); members record and sign in files of their own.")
    case .notAtVisit:
      Phrase(zh: "您不是这次核查的核查人员。", en: "You are not one of the inspectors of this visit.")
    case .locked:
      Phrase(
        zh: "评分表已提交并锁定，只有督导退回后才能修改。",
        en: "The sheet is submitted and locked; it can be changed only after a supervisor returns it.")
    }
  }
}
