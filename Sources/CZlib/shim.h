#ifndef FRONTLINE_CZLIB_H
#define FRONTLINE_CZLIB_H
#include <zlib.h>
#endif
