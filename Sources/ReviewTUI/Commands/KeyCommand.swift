import ArgumentParser
import Core

/// `reviewtui key WORKSPACE --as P [--sign]`.
struct KeyCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "key", abstract: HelpWords.key)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Option(name: .customLong("as"), help: HelpWords.person) var person: String
  @Flag(help: HelpWords.signOlder) var sign = false
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    let open = try context.open(workspace)
    let person = try context.person(self.person, in: open)
    let id = try context.id(person.id)
    let state = context.state(for: open)
    let key: PersonKey
    do throws(PersonKey.Failure) { key = try PersonKey.make(id, in: state) } catch {
      throw CommandFailure(.failed, KeyPairWords.phrase(error))
    }
    var signed: [WorkspacePath] = []
    if sign {
      let store = ReviewStore(open, state: state, rubric: try context.program(of: open).rubric)
      do throws(ReviewStore.SaveError) { signed = try store.sealSubmissions(of: person, at: context.now) } catch {
        throw CommandFailure(.failed, Phrase(error))
      }
    }
    switch context.format {
    case .text:
      context.console.out(key.publicKey)
      if sign { context.print(KeyPairWords.signed(signed.count)) }
    case .json:
      context.console.out(
        JSONOutput.bytes(
          .object(
            JSONObject([
              ("person", .string(person.id)), ("publicKey", .string(key.publicKey)),
              ("registered", .bool(person.publicKey == key.publicKey)),
              ("signed", .array(signed.map { .string($0.description) })),
            ]))))
    }
    switch person.publicKey {
    case key.publicKey?: context.say(KeyPairWords.registered)
    case nil: context.say(KeyPairWords.register)
    default: context.say(KeyPairWords.otherRegistered)
    }
    return .done
  }
}
