// C facts that Swift cannot import: macros with values, globals, and wcwidth. No logic, no control flow.
#ifndef REVIEWTUI_CNCURSES_SHIM_H
#define REVIEWTUI_CNCURSES_SHIM_H
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <wchar.h>

int wcwidth(wchar_t c);

#endif
