#include "core/expression/literal.h"

#include <string>

#include "core/base/number.h"
#include "core/base/utf8.h"

namespace canvass::core {
namespace {

constexpr int deepest = 32;

class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    // Objects cannot nest: braces end a name.
    bool members(Value& object) {
        object = Value(Value::Object());
        do {
            Value name, value;
            if (!string(name) || !sign(':') || !any(value, 0)) return false;
            object.set(name.text(), std::move(value));
        } while (sign(','));
        skip_blanks();
        return rest_.empty();
    }

private:
    void skip_blanks() {
        while (!rest_.empty() && std::string_view(" \t\r\n").find(rest_.front()) != std::string_view::npos)
            rest_.remove_prefix(1);
    }

    bool sign(char letter) {
        skip_blanks();
        if (rest_.empty() || rest_.front() != letter) return false;
        rest_.remove_prefix(1);
        return true;
    }

    bool word(std::string_view word) {
        if (rest_.substr(0, word.size()) != word) return false;
        rest_.remove_prefix(word.size());
        return true;
    }

    bool any(Value& value, int depth) {
        skip_blanks();
        if (rest_.empty() || depth > deepest) return false;
        if (rest_.front() == '"') return string(value);
        if (rest_.front() == '[') return list(value, depth);
        if (word("null")) return true;
        if (word("true")) return (value = Value(true)), true;
        if (word("false")) return (value = Value(false)), true;
        const std::size_t end = rest_.find_first_not_of("0123456789+-.eE");
        const std::optional<double> number = parse_number(rest_.substr(0, end));
        if (!number) return false;
        value = Value(*number);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end);
        return true;
    }

    bool list(Value& value, int depth) {
        rest_.remove_prefix(1);
        value = Value(Value::Array());
        if (sign(']')) return true;
        do {
            Value item;
            if (!any(item, depth + 1)) return false;
            value.push(std::move(item));
        } while (sign(','));
        return sign(']');
    }

    bool string(Value& value) {
        if (!sign('"')) return false;
        std::string text;
        while (!rest_.empty()) {
            const char letter = rest_.front();
            rest_.remove_prefix(1);
            if (letter == '"') return (value = Value(std::move(text))), true;
            if (static_cast<unsigned char>(letter) < 0x20) return false;
            if (letter != '\\') text += letter;
            else if (!escape(text)) return false;
        }
        return false;
    }

    bool escape(std::string& text) {
        if (rest_.empty()) return false;
        const char letter = rest_.front();
        rest_.remove_prefix(1);
        constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
        if (const std::size_t at = letters.find(letter); at != std::string_view::npos) {
            text += meanings[at];
            return true;
        }
        char32_t unit = 0;
        if (letter != 'u' || !unit_of(unit)) return false;
        if (unit >= 0xD800 && unit < 0xDC00 && word("\\u")) {
            char32_t second = 0;
            if (!unit_of(second)) return false;
            unit = 0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00);
        }
        append_utf8(text, unit);
        return true;
    }

    bool unit_of(char32_t& unit) {
        constexpr std::string_view figures = "0123456789abcdef";
        if (rest_.size() < 4) return false;
        for (int i = 0; i < 4; ++i) {
            const char letter = rest_[static_cast<std::size_t>(i)];
            const char small = letter >= 'A' && letter <= 'F' ? static_cast<char>(letter + 32) : letter;
            const std::size_t figure = figures.find(small);
            if (figure == std::string_view::npos) return false;
            unit = unit * 16 + static_cast<char32_t>(figure);
        }
        rest_.remove_prefix(4);
        return true;
    }

    std::string_view rest_;
};

}  // namespace

std::optional<Value> object_literal(std::string_view members) {
    Value object;
    return Reader(members).members(object) ? std::optional(std::move(object)) : std::nullopt;
}

}  // namespace canvass::core
