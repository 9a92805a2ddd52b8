#ifndef REVIEWTUI_CXLSXWRITER_SHIM_H
#define REVIEWTUI_CXLSXWRITER_SHIM_H
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* A file in memory; -1 and errno when there is none to be had. glibc shows memfd_create only to GNU sources. */
static inline int reviewtui_memory_file(void) { return (int)syscall(SYS_memfd_create, "workbook", 1u); }

/* The parts are written to files without a name below the system's folder for temporary files. */
static inline lxw_workbook *reviewtui_workbook(const char *path) {
  lxw_workbook_options options = {0};
  options.use_zip64 = LXW_FALSE;
  return workbook_new_opt(path, &options);
}
#endif
