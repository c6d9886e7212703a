#include "core/session/response.h"

#include <algorithm>

#include "core/base/number.h"

namespace canvass::core {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

constexpr std::size_t most_locale_bytes = 64;
constexpr std::size_t most_member_bytes = 1024;
constexpr std::size_t most_hidden_bytes = 16'384;

// Of one member, or of the whole when it has no name.
Diagnostic invalid(std::string_view member, std::string_view expected) {
    Diagnostic diagnostic;
    diagnostic.code = Code::response_invalid;
    if (!member.empty()) diagnostic.pointer = pointer_to("", member);
    diagnostic.subject = std::string(member);
    diagnostic.detail = std::string(expected);
    return diagnostic;
}

std::string bytes_at_most(std::string_view what, std::size_t most) {
    return std::string(what) + " (≤ " + number_text(static_cast<double>(most)) + " bytes)";
}

// Reads one text member; what is wrong goes to the diagnostics.
void read_text(const Value& json, std::string_view member, bool must, std::string& text, Diagnostics& diagnostics) {
    const Value* value = json.find(member);
    if (!value || value->is_null()) {
        if (must) diagnostics.push_back(invalid(member, "text"));
    } else if (!value->is_string()) {
        diagnostics.push_back(invalid(member, "text"));
    } else {
        text = std::string(value->text());
    }
}

void read_time(const Value& json, std::string_view member, Date& time, Diagnostics& diagnostics) {
    const Value* value = json.find(member);
    if (value && value->as_date()) {
        time = *value->as_date();
        return;
    }
    const std::optional<Date> read = value ? parse_iso(value->text(), 0) : std::nullopt;
    if (!read) return diagnostics.push_back(invalid(member, "2026-12-31T18:00:00Z"));
    time = *read;
}

void check_length(const std::string& text, std::string_view member, std::size_t most, Diagnostics& diagnostics) {
    if (text.size() > most) diagnostics.push_back(invalid(member, bytes_at_most("text", most)));
}

void check_times(const Response& response, double latest_ms, Diagnostics& diagnostics) {
    if (response.completed.ms > latest_ms) {
        diagnostics.push_back(invalid("completedAt", "≤ " + iso_text(Date{latest_ms})));
    } else if (response.completed.ms < response.started.ms) {
        diagnostics.push_back(invalid("completedAt", "≥ startedAt"));
    }
}

void check_hidden(const Value& hidden, Diagnostics& diagnostics) {
    if (hidden.is_null()) return;
    const Value::Object none;
    const Value::Object& members = hidden.is_object() ? *hidden.as_object() : none;
    std::size_t bytes = 0;
    bool plain = hidden.is_object();
    for (const Value::Member& member : members) {
        bytes += member.name.size() + member.value.text().size();
        plain = plain && !member.value.is_array() && !member.value.is_object();
    }
    if (plain && bytes <= most_hidden_bytes) return;
    const std::string_view expected = "{\"name\": text | number | true | false | null}";
    diagnostics.push_back(invalid("hidden", bytes_at_most(expected, most_hidden_bytes)));
}

}  // namespace

std::string uuid_v7(double now_ms, const std::array<std::uint8_t, 10>& random) {
    std::array<std::uint8_t, 16> bytes{};
    const auto ms = static_cast<std::uint64_t>(std::clamp(now_ms, 0.0, 281474976710655.0));
    for (std::size_t at = 0; at < 6; ++at) bytes[at] = static_cast<std::uint8_t>(ms >> (40 - 8 * at));
    std::copy(random.begin(), random.end(), bytes.begin() + 6);
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x70);  // version
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);  // variant
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (at == 4 || at == 6 || at == 8 || at == 10) text += '-';
        text += hex_digits[bytes[at] >> 4];
        text += hex_digits[bytes[at] & 15];
    }
    return text;
}

bool is_uuid(std::string_view text) noexcept {
    if (text.size() != 36) return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
        const char c = text[at] >= 'A' && text[at] <= 'F' ? static_cast<char>(text[at] - 'A' + 'a') : text[at];
        if (dash ? c != '-' : hex_digits.find(c) == std::string_view::npos) return false;
    }
    return true;
}

Response response_of(Session& session, std::string id, Date started, Date now) {
    Response response;
    response.id = std::move(id);
    response.definition_id = session.definition().id;
    response.definition_hash = session.definition().content_hash.text();
    response.answers = session.data();
    response.locale = session.view().locale;
    response.started = started;
    response.completed = {std::max(started.ms, now.ms)};  // a device may set its clock back meanwhile
    return response;
}

Value to_json(const Response& response) {
    Value json = Value::object({{"id", Value(response.id)},
                                {"definition", Value(response.definition_id)},
                                {"definitionHash", Value(response.definition_hash)},
                                {"answers", response.answers},
                                {"locale", Value(response.locale)},
                                {"startedAt", Value(iso_text(response.started))},
                                {"completedAt", Value(iso_text(response.completed))}});
    if (!response.hidden.is_null()) json.set("hidden", response.hidden);
    if (!response.member.empty()) json.set("member", Value(response.member));
    return json;
}

Result<Response> response_from_json(const Value& json, double latest_ms) {
    if (!json.is_object()) return failure(invalid("", "{\"id\": …, \"answers\": {…}}"));
    Response response;
    Diagnostics diagnostics;
    read_text(json, "id", true, response.id, diagnostics);
    if (diagnostics.empty() && !is_uuid(response.id)) diagnostics.push_back(invalid("id", "UUID"));
    for (char& digit : response.id) digit = digit >= 'A' && digit <= 'F' ? static_cast<char>(digit | 0x20) : digit;
    read_text(json, "definition", true, response.definition_id, diagnostics);
    read_text(json, "definitionHash", false, response.definition_hash, diagnostics);
    read_text(json, "locale", false, response.locale, diagnostics);
    read_text(json, "member", false, response.member, diagnostics);
    read_time(json, "startedAt", response.started, diagnostics);
    read_time(json, "completedAt", response.completed, diagnostics);
    check_length(response.locale, "locale", most_locale_bytes, diagnostics);
    check_length(response.member, "member", most_member_bytes, diagnostics);
    if (const Value* hidden = json.find("hidden")) response.hidden = *hidden;
    check_hidden(response.hidden, diagnostics);
    const Value* answers = json.find("answers");
    if (!answers || !answers->is_object()) diagnostics.push_back(invalid("answers", "{…}"));
    if (diagnostics.empty()) check_times(response, latest_ms, diagnostics);
    if (!diagnostics.empty()) return failure(std::move(diagnostics));
    response.answers = *answers;
    return response;
}

}  // namespace canvass::core
