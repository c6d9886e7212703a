#include <algorithm>
#include <cmath>

#include "core/base/date.h"
#include "core/base/number.h"
#include "core/json/json.h"

namespace canvass::core {
namespace {

class Writer {
public:
    explicit Writer(bool sorted) : sorted_(sorted) {}

    void write(const Value& value) {
        if (const Value::Object* members = value.as_object()) {
            write_members(*members);
        } else if (const Value::Array* items = value.as_array()) {
            char before = '[';
            for (const Value& item : *items) {
                put(before);
                before = ',';
                write(item);
            }
            put(items->empty() ? "[]" : "]");
        } else if (const std::string* text = value.as_string()) {
            write_text(*text);
        } else if (value.is_number() && std::isfinite(value.as_number())) {
            put(number_text(value.as_number()));
        } else if (value.is_bool()) {
            put(value.as_bool() ? "true" : "false");
        } else if (const std::string date = value.is_date() ? iso_text(*value.as_date()) : ""; !date.empty()) {
            write_text(date);
        } else {
            put("null");
        }
    }

    std::string_view text() const noexcept { return {room_.data(), used_}; }

private:
    void put(char letter) {
        if (used_ == room_.size()) room_.resize(2 * used_ + 256);
        room_[used_++] = letter;
    }

    void put(std::string_view text) {
        for (const char letter : text) put(letter);
    }

    // As JSON.stringify does it: only what JSON forbids is escaped, everything else stays UTF-8.
    void write_text(std::string_view text) {
        put('"');
        for (const char letter : text) {
            const auto code = static_cast<unsigned char>(letter);
            if (code >= 0x20 && letter != '"' && letter != '\\') {
                put(letter);
                continue;
            }
            put('\\');
            switch (letter) {
                case '\b': put('b'); break;
                case '\t': put('t'); break;
                case '\n': put('n'); break;
                case '\f': put('f'); break;
                case '\r': put('r'); break;
                case '"':
                case '\\': put(letter); break;
                default:
                    put(code < 0x10 ? "u000" : "u001");
                    put("0123456789abcdef"[code & 15]);
            }
        }
        put('"');
    }

    void write_members(const Value::Object& members) {
        std::vector<const Value::Member*> order;
        order.reserve(members.size());
        for (const Value::Member& member : members) order.push_back(&member);
        if (sorted_)
            // A heap sort: a fraction of std::sort's code.
            std::partial_sort(order.begin(), order.end(), order.end(),
                              [](const Value::Member* a, const Value::Member* b) { return a->name < b->name; });
        char before = '{';
        for (const Value::Member* member : order) {
            put(before);
            before = ',';
            write_text(member->name);
            put(':');
            write(member->value);
        }
        put(members.empty() ? "{}" : "}");
    }

    bool sorted_;
    std::vector<char> room_;  // more than is used: a text grows letter by letter here, without a call
    std::size_t used_ = 0;
};

std::string written(const Value& value, bool sorted) {
    Writer writer(sorted);
    writer.write(value);
    return std::string(writer.text());
}

}  // namespace

std::string write_json(const Value& value) { return written(value, false); }

std::string write_canonical_json(const Value& value) { return written(value, true); }

}  // namespace canvass::core
