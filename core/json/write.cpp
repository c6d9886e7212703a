#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/date.h"
#include "core/base/number.h"
#include "core/base/utf8.h"
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
        if (text.empty()) return;
        if (room_.size() - used_ < text.size()) room_.resize(2 * used_ + text.size() + 256);
        std::memcpy(room_.data() + used_, text.data(), text.size());
        used_ += text.size();
    }

    // As JSON.stringify does it: only what JSON forbids is escaped, everything else stays UTF-8.
    void write_text(std::string_view text) {
        put('"');
        std::size_t plain = 0;  // from here on nothing is escaped
        for (std::size_t at = 0; at < text.size(); ++at) {
            const char letter = text[at];
            const auto code = static_cast<unsigned char>(letter);
            if (code >= 0x20 && letter != '"' && letter != '\\') continue;
            put(text.substr(plain, at - plain));
            plain = at + 1;
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
        put(text.substr(plain));
        put('"');
    }

    void write_members(const Value::Object& members) {
        const std::size_t first = order_.size();
        for (const Value::Member& member : members) order_.push_back(&member);
        const auto begin = order_.begin() + static_cast<std::ptrdiff_t>(first);
        // A heap sort: a fraction of std::sort's code.
        if (sorted_) {
            std::partial_sort(begin, order_.end(), order_.end(), [](const Value::Member* a, const Value::Member* b) {
                return comes_before(a->name, b->name);
            });
        }
        char before = '{';
        for (std::size_t at = first; at < first + members.size(); ++at) {
            const Value::Member& member = *order_[at];  // its own members stand behind those of this object
            put(before);
            before = ',';
            write_text(member.name);
            put(':');
            write(member.value);
        }
        order_.resize(first);
        put(members.empty() ? "{}" : "}");
    }

    bool sorted_;
    std::vector<const Value::Member*> order_;  // of the objects around what is written
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
