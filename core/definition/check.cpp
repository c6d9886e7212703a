#include "core/definition/format.h"
#include "core/definition/loader.h"

namespace canvass::core {

Result<LoadedDefinition> check_definition(const Value& json, const DefinitionLimits& limits) {
    return read_definition(json, limits, inspect_members);
}

}  // namespace canvass::core
