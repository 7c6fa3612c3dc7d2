#ifndef FRONTLINE_CCAIRO_H
#define FRONTLINE_CCAIRO_H
#include <cairo.h>
#include <cairo-svg.h>
#endif
