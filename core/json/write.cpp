#include <algorithm>
#include <cmath>

#include "core/base/date.h"
#include "core/base/number.h"
#include "core/json/json.h"

namespace canvass::core {
namespace {

// As JSON.stringify does it: only what JSON forbids is escaped, everything else stays UTF-8.
void append_text(std::string& out, std::string_view text) {
    out += '"';
    std::size_t written = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        const auto code = static_cast<unsigned char>(letter);
        if (code >= 0x20 && letter != '"' && letter != '\\') continue;
        out.append(text, written, at - written);
        written = at + 1;
        out += '\\';
        switch (letter) {
            case '\b': out += 'b'; break;
            case '\t': out += 't'; break;
            case '\n': out += 'n'; break;
            case '\f': out += 'f'; break;
            case '\r': out += 'r'; break;
            case '"':
            case '\\': out += letter; break;
            default:
                out += code < 0x10 ? "u000" : "u001";
                out += "0123456789abcdef"[code & 15];
        }
    }
    out.append(text, written);
    out += '"';
}

class Writer {
public:
    explicit Writer(bool sorted) : sorted_(sorted) {}

    void write(const Value& value) {
        if (const Value::Object* members = value.as_object()) {
            write_members(*members);
        } else if (const Value::Array* items = value.as_array()) {
            char before = '[';
            for (const Value& item : *items) {
                out_ += before;
                before = ',';
                write(item);
            }
            out_ += items->empty() ? "[]" : "]";
        } else if (const std::string* text = value.as_string()) {
            append_text(out_, *text);
        } else if (value.is_number() && std::isfinite(value.as_number())) {
            out_ += number_text(value.as_number());
        } else if (value.is_bool()) {
            out_ += value.as_bool() ? "true" : "false";
        } else if (const std::string date = value.is_date() ? iso_text(*value.as_date()) : ""; !date.empty()) {
            append_text(out_, date);
        } else {
            out_ += "null";
        }
    }

    std::string take() { return std::move(out_); }

private:
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
            out_ += before;
            before = ',';
            append_text(out_, member->name);
            out_ += ':';
            write(member->value);
        }
        out_ += members.empty() ? "{}" : "}";
    }

    bool sorted_;
    std::string out_;
};

std::string written(const Value& value, bool sorted) {
    Writer writer(sorted);
    writer.write(value);
    return writer.take();
}

}  // namespace

std::string write_json(const Value& value) { return written(value, false); }

std::string write_canonical_json(const Value& value) { return written(value, true); }

}  // namespace canvass::core
