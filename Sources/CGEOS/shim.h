// Only the calls that take a context: the others share one hidden state between threads.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
