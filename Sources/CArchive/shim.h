#ifndef REVIEWTUI_CARCHIVE_SHIM_H
#define REVIEWTUI_CARCHIVE_SHIM_H
#include <archive.h>
#include <archive_entry.h>
#endif
