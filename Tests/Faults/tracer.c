// Runs a program and lets one file system call of it go wrong.
//
//   tracer -r FOLDER [-l LOG] [-n N -f FAULT] [-x] -- PROGRAM ARGUMENTS…
//
// Counted are the calls, of all threads and children together, that change something below FOLDER. The filter runs in the
// kernel, so that all other calls cost nothing; the Nth counted call gets the fault:
//
//   kill        the process dies before the call        killafter   it dies after the call
//   torn        half of a write, then it dies           short       half of a write, and it goes on
//   flip        one bit of a write is changed on its way (a bad cable: the kernel still says yes)
//   err=E       the call does not run and fails with E; a close does run, as in Linux
//   errs=E      the same for the Nth call and each later one that could fail so (a disk that stays full)
//   lie=E       the call runs, but says E (a network folder that lost the answer)
//   hook=SHELL  a command runs while the call waits; without -n at each call
//   sig=NUMBER  the process gets a signal before the call
//
// With -c NAME only calls of this name count.
//
// LOG has a line for each counted call that ran to its end, and for each write to standard output:
//   number, call, answer, position, length, path, second path, data in hexadecimal (only with -x), separated by tabs.
// Ends as the program did; 137 when it was killed here, 126 when the Nth call was never made, 125 for our own failures.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef __x86_64__
int main(void) { fputs("tracer: only for x86_64\n", stderr); return 77; }
#else

enum { FD, NAME, AT, NAME2, AT2, SECOND_AT };  // where a call's file stands in its arguments
static const struct call { long number; const char *name; int place; int flags; } calls[] = {
  // flags: the argument with the open flags, plus one
  {SYS_open, "open", NAME, 2}, {SYS_openat, "open", AT, 3}, {SYS_creat, "open", NAME, 0},
  {SYS_write, "write", FD, 0}, {SYS_pwrite64, "pwrite", FD, 0}, {SYS_writev, "writev", FD, 0},
  {SYS_ftruncate, "truncate", FD, 0}, {SYS_truncate, "truncate", NAME, 0}, {SYS_fallocate, "allocate", FD, 0},
  {SYS_fsync, "sync", FD, 0}, {SYS_fdatasync, "sync", FD, 0}, {SYS_syncfs, "syncfs", FD, 0},
  {SYS_close, "close", FD, 0}, {SYS_flock, "lock", FD, 0}, {SYS_fchmod, "chmod", FD, 0},
  {SYS_chmod, "chmod", NAME, 0}, {SYS_fchmodat, "chmod", AT, 0}, {SYS_rename, "rename", NAME2, 0},
  {SYS_renameat, "rename", AT2, 0}, {SYS_renameat2, "rename", AT2, 0}, {SYS_link, "link", NAME2, 0},
  {SYS_linkat, "link", AT2, 0}, {SYS_symlink, "symlink", NAME2, 0}, {SYS_symlinkat, "symlink", SECOND_AT, 0},
  {SYS_unlink, "unlink", NAME, 0}, {SYS_unlinkat, "unlink", AT, 0}, {SYS_rmdir, "unlink", NAME, 0},
  {SYS_mkdir, "mkdir", NAME, 0}, {SYS_mkdirat, "mkdir", AT, 0}, {SYS_copy_file_range, "copy", SECOND_AT, 0},
  {SYS_sendfile, "copy", FD, 0},
};
enum { COUNT = sizeof calls / sizeof *calls };

static const struct { const char *name; int number; } errors[] = {
  {"EIO", EIO}, {"ENOSPC", ENOSPC}, {"EDQUOT", EDQUOT}, {"EROFS", EROFS}, {"EACCES", EACCES}, {"EINTR", EINTR},
  {"EMFILE", EMFILE}, {"ESTALE", ESTALE}, {"ENOENT", ENOENT}, {"EPERM", EPERM}, {"ENOLCK", ENOLCK}, {"EINVAL", EINVAL},
};

struct thread {
  pid_t id;
  const struct call *call;  // the counted call that it is in
  long number, change;      // its place in the order; the answer to put in its place, 1 for none
  int dies, says;           // dies after the call; the call writes to standard output
  unsigned char *data; size_t length;
  char path[PATH_MAX], second[PATH_MAX];
};
static struct thread threads[512];
static int alive, killed, reached;
static char root[PATH_MAX];
static size_t rootLength;
static const char *fault = "", *only = "";
static long wanted, counted;
static int withData;
static FILE *list;
static pid_t leader;

static void fail(const char *what) { fprintf(stderr, "tracer: %s: %s\n", what, strerror(errno)); exit(125); }

static struct thread *find(pid_t id) {
  for (int i = 0; i < alive; i++) if (threads[i].id == id) return &threads[i];
  if (alive == 512) { errno = EAGAIN; fail("threads"); }
  memset(&threads[alive], 0, sizeof *threads);
  threads[alive].id = id;
  return &threads[alive++];
}

static void forget(pid_t id) {
  for (int i = 0; i < alive; i++) if (threads[i].id == id) { free(threads[i].data); threads[i] = threads[--alive]; return; }
}

static void killAll(void) {
  killed = 1;
  kill(leader, SIGKILL);
  for (int i = 0; i < alive; i++) kill(threads[i].id, SIGKILL);
}

static size_t peek(pid_t id, unsigned long from, void *to, size_t count) {
  size_t done = 0;
  while (done < count) {  // page by page: what follows the end of a text may not be there
    size_t part = 4096 - ((from + done) & 4095);
    if (part > count - done) part = count - done;
    struct iovec mine = {(char *)to + done, part}, theirs = {(void *)(from + done), part};
    ssize_t got = process_vm_readv(id, &mine, 1, &theirs, 1, 0);
    if (got <= 0) break;
    done += (size_t)got;
  }
  return done;
}

static void linkOf(char *out, const char *format, pid_t id, int file) {
  char place[64];
  snprintf(place, sizeof place, format, id, file);
  ssize_t count = readlink(place, out, PATH_MAX - 1);
  out[count < 0 ? 0 : count] = 0;
}

static void named(pid_t id, int folder, unsigned long text, char *out) {
  char name[PATH_MAX] = "", base[PATH_MAX];
  size_t got = peek(id, text, name, sizeof name - 1);
  name[got] = 0;
  if (name[0] == '/') { snprintf(out, PATH_MAX, "%s", name); return; }
  if (folder == AT_FDCWD) linkOf(base, "/proc/%d/cwd", id, 0); else linkOf(base, "/proc/%d/fd/%d", id, folder);
  snprintf(out, PATH_MAX, "%.2000s/%.2000s", base, name);
}

static int isBelow(const char *path) {
  return !strncmp(path, root, rootLength) && (!path[rootLength] || path[rootLength] == '/' || path[rootLength] == ' ');
}

// A number of /proc/…/fdinfo: `pos:` in decimal, `flags:` in octal.
static long fileInfo(pid_t id, int file, const char *what, int base) {
  char place[64], line[128];
  long value = -1;
  snprintf(place, sizeof place, "/proc/%d/fdinfo/%d", id, file);
  FILE *info = fopen(place, "re");
  if (!info) return -1;
  while (fgets(line, sizeof line, info))
    if (!strncmp(line, what, strlen(what))) value = strtol(line + strlen(what), NULL, base);
  fclose(info);
  return value;
}

// Whether the call changes something below the root; finds the paths.
static int isCounted(pid_t id, const struct call *call, struct user_regs_struct *r, char *path, char *second) {
  unsigned long a[] = {r->rdi, r->rsi, r->rdx, r->r10};
  path[0] = second[0] = 0;
  switch (call->place) {
    case FD: linkOf(path, "/proc/%d/fd/%d", id, (int)a[0]); break;
    case NAME: named(id, AT_FDCWD, a[0], path); break;
    case AT: named(id, (int)a[0], a[1], path); break;
    case NAME2: named(id, AT_FDCWD, a[0], path); named(id, AT_FDCWD, a[1], second); break;
    case AT2: named(id, (int)a[0], a[1], path); named(id, (int)a[2], a[3], second); break;
    case SECOND_AT:
      if (call->number == SYS_copy_file_range) linkOf(path, "/proc/%d/fd/%d", id, (int)a[2]);
      else named(id, (int)a[1], a[2], path);
  }
  if (call->flags && !(a[call->flags - 1] & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC))) return 0;
  if (!isBelow(path) && !isBelow(second)) return 0;
  // Closing what was only read changes nothing.
  return call->number != SYS_close || (fileInfo(id, (int)a[0], "flags:", 8) & O_ACCMODE) != O_RDONLY;
}

static int errorNumber(const char *text) {
  for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) if (!strcmp(text, errors[i].name)) return errors[i].number;
  errno = EINVAL;
  fail(text);
  return 0;
}

static int is(const char *name) { return !strncmp(fault, name, strlen(name)); }

static void strike(struct thread *t, struct user_regs_struct *r) {
  int isWrite = r->orig_rax == SYS_write || r->orig_rax == SYS_pwrite64;
  reached = 1;
  if (!strcmp(fault, "kill")) killAll();
  else if (!strcmp(fault, "killafter")) t->dies = 1;
  else if (!strcmp(fault, "torn") || !strcmp(fault, "short")) {
    if (!isWrite || r->rdx < 2) { reached = 0; return; }
    r->rdx /= 2;
    t->length /= 2;
    ptrace(PTRACE_SETREGS, t->id, 0, r);
    t->dies = !strcmp(fault, "torn");
  } else if (!strcmp(fault, "flip")) {
    if (!isWrite || !r->rdx) { reached = 0; return; }
    unsigned char byte;
    unsigned long place = r->rsi + r->rdx / 2;
    peek(t->id, place, &byte, 1);
    byte ^= 1;
    struct iovec mine = {&byte, 1}, theirs = {(void *)place, 1};
    process_vm_writev(t->id, &mine, 1, &theirs, 1, 0);
    t->change = 2;  // put right again afterwards: the program's own memory must stay as it was
  } else if (is("err")) {
    t->change = -errorNumber(strchr(fault, '=') + 1);
    if (r->orig_rax != SYS_close) { r->orig_rax = (unsigned long)-1; ptrace(PTRACE_SETREGS, t->id, 0, r); }
  } else if (is("lie=")) t->change = -errorNumber(fault + 4);
  else if (is("sig=")) kill(leader, atoi(fault + 4));
  else if (is("hook=")) {
    char number[32];
    snprintf(number, sizeof number, "%ld", counted);
    setenv("FAULT_CALL", number, 1);
    setenv("FAULT_NAME", t->call->name, 1);
    if (system(fault + 5)) {}
  } else { errno = EINVAL; fail(fault); }
}

static void entering(struct thread *t) {
  struct user_regs_struct r;
  if (ptrace(PTRACE_GETREGS, t->id, 0, &r)) return;
  const struct call *call = NULL;
  for (int i = 0; i < COUNT; i++) if (calls[i].number == (long)r.orig_rax) call = &calls[i];
  if (!call || killed) return;
  t->says = r.orig_rax == SYS_write && r.rdi == 1;
  t->change = 1;
  t->dies = 0;
  int counts = isCounted(t->id, call, &r, t->path, t->second) && (!*only || !strcmp(only, call->name));
  if (counts) t->says = 0;
  if (!counts && !t->says) return;
  t->call = call;
  t->number = counts ? ++counted : 0;
  t->length = r.orig_rax == SYS_write || r.orig_rax == SYS_pwrite64 ? r.rdx : 0;
  free(t->data);
  t->data = NULL;
  if (t->length && withData && (t->data = malloc(t->length))) t->length = peek(t->id, r.rsi, t->data, t->length);
  if (counts && *fault && (wanted == 0 || counted == wanted || (counted > wanted && is("errs=")))) strike(t, &r);
}

static void leaving(struct thread *t) {
  struct user_regs_struct r;
  if (ptrace(PTRACE_GETREGS, t->id, 0, &r)) return;
  if (t->change == 2) {
    unsigned char byte;
    unsigned long place = r.rsi + r.rdx / 2;
    peek(t->id, place, &byte, 1);
    byte ^= 1;
    struct iovec mine = {&byte, 1}, theirs = {(void *)place, 1};
    process_vm_writev(t->id, &mine, 1, &theirs, 1, 0);
  } else if (t->change < 0) {
    r.rax = (unsigned long)t->change;
    ptrace(PTRACE_SETREGS, t->id, 0, &r);
  }
  long answer = (long)r.rax, end = -1;
  if (list && answer >= 0) {
    int isWrite = !strcmp(t->call->name, "write");
    if (isWrite) end = fileInfo(t->id, (int)r.rdi, "pos:", 10);
    fprintf(list, "%ld\t%s\t%ld\t%ld\t%zu\t%s\t%s\t", t->number, t->says ? "say" : t->call->name, answer,
            isWrite ? end - answer : !strcmp(t->call->name, "truncate") ? (long)r.rsi : -1, t->length, t->path, t->second);
    for (size_t i = 0; t->data && i < t->length && (long)i < answer; i++) fprintf(list, "%02x", t->data[i]);
    fputc('\n', list);
    fflush(list);
  }
  if (t->dies) killAll();
  t->call = NULL;
}

// In the kernel: stop at the calls of the table, let all others pass.
static void filter(void) {
  struct sock_filter code[COUNT + 5];
  int n = 0;
  code[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
  for (int i = 0; i < COUNT; i++, n++)
    code[n] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)calls[i].number, (unsigned char)(COUNT - i), 0);
  code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE);
  struct sock_fprog program = {(unsigned short)n, code};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program)) fail("filter");
}

int main(int count, char **words) {
  const char *folder = NULL, *log = NULL;
  for (int option; (option = getopt(count, words, "+r:l:n:f:c:x")) != -1;) switch (option) {
    case 'r': folder = optarg; break;
    case 'l': log = optarg; break;
    case 'n': wanted = atol(optarg); break;
    case 'f': fault = optarg; break;
    case 'c': only = optarg; break;
    case 'x': withData = 1; break;
    default: return 125;
  }
  if (!folder || optind >= count) { fputs("tracer -r FOLDER [-l LOG] [-n N] [-f FAULT] [-c NAME] [-x] -- PROGRAM…\n", stderr); return 125; }
  if (!realpath(folder, root)) fail(folder);
  rootLength = strlen(root);
  if (log && !(list = fopen(log, "we"))) fail(log);
  leader = fork();
  if (leader < 0) fail("fork");
  if (!leader) {
    if (ptrace(PTRACE_TRACEME, 0, 0, 0)) { perror("tracer: ptrace"); _exit(77); }
    raise(SIGSTOP);
    filter();
    execvp(words[optind], words + optind);
    fail(words[optind]);
  }
  int status, result = 125;
  waitpid(leader, &status, 0);
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  find(leader);
  ptrace(PTRACE_SETOPTIONS, leader, 0,
         PTRACE_O_TRACESECCOMP | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACEEXEC |
           PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
  ptrace(PTRACE_CONT, leader, 0, 0);
  while (alive) {
    pid_t id = waitpid(-1, &status, __WALL);
    if (id < 0) { if (errno == EINTR) continue; break; }
    if (!WIFSTOPPED(status)) {
      if (id == leader) result = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      forget(id);
      continue;
    }
    int isNew = 1, deliver = 0, signal = WSTOPSIG(status);
    for (int i = 0; i < alive; i++) if (threads[i].id == id) isNew = 0;
    struct thread *t = find(id);
    if (status >> 16 == PTRACE_EVENT_SECCOMP) entering(t);
    else if (signal == (SIGTRAP | 0x80)) { if (t->call) leaving(t); }
    else if (status >> 16 || signal == SIGTRAP || (isNew && signal == SIGSTOP)) {}
    else deliver = signal;
    ptrace(t->call ? PTRACE_SYSCALL : PTRACE_CONT, id, 0, deliver);
  }
  if (list) fclose(list);
  if (killed) return 137;
  return wanted && !reached ? 126 : result;
}
#endif
