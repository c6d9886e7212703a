#include "core/definition/loader.h"

namespace canvass::core {

void settle_poll(Loader&, Element&) {}

}  // namespace canvass::core
