// Any bytes as JSON text, as a flat buffer and as a number. What is read must come out of the writer, and read
// again be the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/number.h"
#include "core/base/utf8.h"
#include "core/json/flat.h"
#include "core/json/json.h"
#include "core/json/member_order.h"

using namespace canvass::core;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check_written(const Value& value) {
    const std::string text = write_json(value);
    require(is_utf8(text));
    const auto again = parse_json(text);
    require(again.has_value());
    require(write_json(*again) == text);
}

void check_faults(const Diagnostics& faults, std::size_t size) {
    require(faults.size() == 1);
    require(faults.front().position <= static_cast<int>(3 * size));  // U+FFFD is three bytes
    require(is_utf8(describe(faults.front(), "de")));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto parsed = parse_json(text))
        check_written(*parsed);
    else
        check_faults(parsed.error(), size);

    if (auto flat = read_flat(text)) {
        put_members_in_order(*flat);  // a script repeats no name
        check_written(*flat);
    } else {
        check_faults(flat.error(), size);
    }

    if (const auto number = parse_number(text); number && *number - *number == 0)
        require(parse_number(number_text(*number)) == *number);
    return 0;
}
