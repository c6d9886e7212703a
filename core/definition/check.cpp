#include "core/definition/loader.h"
#include "core/definition/passive_properties.h"

namespace canvass::core {

Result<LoadedDefinition> check_definition(const Value& json, const DefinitionLimits& limits) {
    return read_definition(json, limits, is_passive_property);
}

}  // namespace canvass::core
