#include "core/session/files.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/base/number.h"
#include "core/expression/text.h"

namespace canvass::core {
namespace {

constexpr std::string_view data_scheme = "data:";

std::string_view member(const Value& file, std::string_view name) {
    const Value* value = file.find(name);
    return value ? value->text() : std::string_view();
}

bool begins(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }
bool ends(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Rounded half up to that many decimals, all of them written.
std::string fixed(double number, int decimals) {
    std::string digits = number_text(std::round(number * std::pow(10.0, decimals)));
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, 1, '.');
    return digits;
}

}  // namespace

double bytes_in(const Value& file) {
    const std::string_view content = member(file, "content");
    const std::size_t comma = content.find(',');
    if (!begins(content, data_scheme) || comma == std::string_view::npos) return 0;
    std::string_view data = content.substr(comma + 1);
    if (ends(content.substr(0, comma), ";base64")) {
        while (ends(data, "=")) data.remove_suffix(1);
        return std::floor(static_cast<double>(data.size()) * 3 / 4);
    }
    const auto escapes = std::count(data.begin(), data.end(), '%');
    return static_cast<double>(data.size()) - 2 * static_cast<double>(escapes);
}

std::string size_text(double bytes) {
    constexpr std::string_view units[] = {" Bytes", " KB", " MB", " GB", " TB"};
    constexpr int decimals[] = {0, 0, 2, 3, 3};
    std::size_t unit = 0;
    for (; bytes >= 1024 && unit + 1 < std::size(units); ++unit) bytes /= 1024;
    return fixed(bytes, decimals[unit]) + std::string(units[unit]);
}

bool is_accepted(const Value& file, std::string_view list) {
    if (trimmed(list).empty()) return true;
    const std::string name = lowered(member(file, "name")), type = lowered(member(file, "type")), all = lowered(list);
    for (std::string_view rest = all; !rest.empty();) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        std::string_view wanted = trimmed(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
        if (wanted.empty()) continue;
        if (wanted.front() == '.' ? ends(name, wanted) : wanted == type || wanted == "*/*" || wanted == "*") return true;
        if (ends(wanted, "/*") && begins(type, wanted.substr(0, wanted.size() - 1))) return true;
    }
    return false;
}

bool is_file(const Value& file, bool as_text) {
    const Value::Object* members = file.as_object();
    if (!members || !file.find("content")) return false;
    constexpr std::string_view known[] = {"name", "type", "content"};
    for (const Value::Member& each : *members) {
        if (!each.value.is_string() || std::find(std::begin(known), std::end(known), each.name) == std::end(known)) return false;
    }
    return !as_text || begins(member(file, "content"), data_scheme);
}

bool is_image_data(std::string_view text) {
    for (const std::string_view type : {"data:image/png", "data:image/jpeg", "data:image/svg+xml"}) {
        if (begins(text, type)) return text.size() > type.size() && (text[type.size()] == ';' || text[type.size()] == ',');
    }
    return false;
}

}  // namespace canvass::core
