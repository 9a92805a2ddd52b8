#ifndef REVIEWTUI_CSODIUM_SHIM_H
#define REVIEWTUI_CSODIUM_SHIM_H
#include <sodium.h>
#endif
