// The native reader: nlohmann's SAX parser feeds ValueBuilder. What the browser's reader takes or refuses, this
// one takes or refuses too, so ill-formed UTF-8 and unpaired surrogate escapes become U+FFFD before parsing, and
// a zero byte is a fault (nlohmann would take it for the end of the text).
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/number.h"
#include "core/base/utf8.h"
#include "core/json/builder.h"
#include "core/json/json.h"
#include "core/json/member_order.h"

namespace canvass::core {
namespace {

// Lines and columns as an editor counts them; nlohmann's are wrong after a line that ends in a number.
Diagnostic syntax_fault(std::string_view before, std::string_view expected) {
    const std::size_t line_begin = before.rfind('\n') + 1;
    Diagnostic diagnostic;
    diagnostic.code = Code::json_syntax;
    diagnostic.position = static_cast<int>(characters_in(before));
    diagnostic.limit = static_cast<long>(std::count(before.begin(), before.end(), '\n') + 1);
    diagnostic.subject = number_text(static_cast<double>(characters_in(before.substr(line_begin)) + 1));
    diagnostic.detail = expected;
    return diagnostic;
}

// What a sentence of nlohmann's says was expected, in JSON's own signs; nothing where it does not say.
std::string_view expected_by(std::string_view sentence) {
    constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"; expected string literal", "\"…\""},
        {"; expected ':'", "\"…\": …"},
        {"; expected '}'", ", | }"},
        {"; expected ']'", ", | ]"},
        {"; expected '[', '{', or a literal", "\"…\" | 1 | true | false | null | […] | {…}"},
        {"invalid literal", "\"…\" | 1 | true | false | null | […] | {…}"},
        {"missing closing quote", "\""},
        {"number overflow", "number < 1.8e308"},
    };
    for (const auto& [part, signs] : known)
        if (sentence.find(part) != sentence.npos) return signs;
    return {};
}

// The value of the escape "\uXXXX" that stands at `at`, or -1.
int unicode_escape(std::string_view text, std::size_t at) {
    if (text.size() - at < 6 || text[at] != '\\' || text[at + 1] != 'u') return -1;
    int code = 0;
    for (const char digit : text.substr(at + 2, 4)) {
        const char lower = static_cast<char>(digit | 0x20);
        if (digit >= '0' && digit <= '9') code = code * 16 + (digit - '0');
        else if (lower >= 'a' && lower <= 'f') code = code * 16 + (lower - 'a' + 10);
        else return -1;
    }
    return code;
}

std::string without_unpaired_surrogates(std::string text) {
    const auto is_low = [](int code) { return code >= 0xDC00 && code <= 0xDFFF; };
    for (std::size_t at = text.find('\\'); at < text.size(); at = text.find('\\', at)) {
        const int code = unicode_escape(text, at);
        if (code < 0xD800 || code > 0xDFFF) {
            at += 2;
        } else if (!is_low(code) && text.size() - at > 6 && is_low(unicode_escape(text, at + 6))) {
            at += 12;
        } else {
            text.replace(at, 6, "\\ufffd");
            at += 6;
        }
    }
    return text;
}

class Events final : public nlohmann::json_sax<nlohmann::json> {
public:
    Events(std::string_view text, const JsonLimits& limits) : text_(text), builder_(limits) {}

    bool null() override { return builder_.scalar(nullptr); }
    bool boolean(bool flag) override { return builder_.scalar(flag); }
    bool number_integer(number_integer_t number) override { return builder_.scalar(static_cast<double>(number)); }
    bool number_unsigned(number_unsigned_t number) override { return builder_.scalar(static_cast<double>(number)); }
    bool number_float(number_float_t number, const string_t& text) override {
        return builder_.scalar(parse_number(text).value_or(number));
    }
    bool string(string_t& text) override { return builder_.scalar(std::move(text)); }
    bool binary(binary_t&) override { return false; }  // JSON text has none
    bool start_object(std::size_t) override { return builder_.begin_object(); }
    bool key(string_t& name) override { return builder_.key(std::move(name)); }
    bool end_object() override { return builder_.end(); }
    bool start_array(std::size_t) override { return builder_.begin_array(); }
    bool end_array() override { return builder_.end(); }
    bool parse_error(std::size_t read, const std::string&, const nlohmann::detail::exception& fault) override {
        const std::size_t position = std::min(read > 0 ? read - 1 : 0, text_.size());
        faults_.push_back(syntax_fault(text_.substr(0, position), expected_by(fault.what())));
        return false;
    }

    Result<Value> finish(bool complete) {
        if (!complete) return failure(faults_.empty() ? builder_.errors() : faults_);
        Value value = builder_.take();
        put_members_in_order(value);
        return value;
    }

private:
    std::string_view text_;
    ValueBuilder builder_;
    Diagnostics faults_;
};

}  // namespace

Result<Value> parse_json(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.bytes) {
        Diagnostic diagnostic;
        diagnostic.code = Code::too_large;
        diagnostic.subject = "bytes";
        diagnostic.limit = static_cast<long>(limits.bytes);
        return failure(std::move(diagnostic));
    }
    if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos)
        return failure(syntax_fault(text.substr(0, zero), {}));
    const std::string clean = without_unpaired_surrogates(is_utf8(text) ? std::string(text) : repaired_utf8(text));
    Events events(clean, limits);
    const bool complete = nlohmann::json::sax_parse(clean, &events);
    return events.finish(complete);
}

}  // namespace canvass::core
