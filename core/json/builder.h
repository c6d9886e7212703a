// Builds a Value from JSON events (null, bool, number, string, key, begin, end) within limits.
// Every call returns false once a limit is passed; errors() then says which. Events must be well nested and
// names unique in their object; the reader that feeds them sees to it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/json/json.h"

namespace canvass::core {

class ValueBuilder {
public:
    explicit ValueBuilder(const JsonLimits& limits) : limits_(limits) {}

    bool scalar(Value value);
    bool key(std::string name);
    bool begin_array();
    bool begin_object();
    bool end();

    const Diagnostics& errors() const noexcept { return errors_; }
    // The finished value; call once, after the last event.
    Value take();

private:
    bool open(Value container);
    bool put(Value value);
    bool refuse(Code code, std::string_view subject, std::size_t limit);
    std::string where() const;

    struct Level {
        Value container;
        std::string key;
    };
    JsonLimits limits_;
    std::vector<Level> levels_;
    Value root_;
    std::size_t values_ = 0;
    Diagnostics errors_;
};

}  // namespace canvass::core
