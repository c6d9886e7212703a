#include "core/session/masks.h"

#include "core/base/date.h"
#include "core/base/number.h"
#include "core/expression/coerce.h"
#include "core/session/number_text.h"

namespace canvass::core {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_letter(char c) noexcept { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// --- patterns

bool fits(char place, char letter) noexcept {
    return (place != 'a' && is_digit(letter)) || (place != '9' && is_letter(letter));
}

// One sign of a pattern: a place to fill, or a literal.
struct Sign {
    char letter;
    bool place;
    // Digits and letters that stand for themselves are part of the value.
    bool stored() const noexcept { return !place && (is_digit(letter) || is_letter(letter) || escaped); }
    bool escaped;
};

template <class F>
void for_each_sign(std::string_view pattern, F&& visit) {
    bool escaped = false;
    for (const char letter : pattern) {
        if (letter == '\\') {
            escaped = true;
            continue;
        }
        visit(Sign{letter, !escaped && (letter == '9' || letter == 'a' || letter == '#'), escaped});
        escaped = false;
    }
}

std::string pattern_masked(std::string_view pattern, std::string_view source) {
    std::string text;
    for_each_sign(pattern, [&](const Sign& sign) {
        if (!sign.place) {
            text += sign.letter;
            if (!source.empty() && source.front() == sign.letter) source.remove_prefix(1);
            return;
        }
        while (!source.empty() && !fits(sign.letter, source.front())) source.remove_prefix(1);
        text += source.empty() ? '_' : source.front();
        if (!source.empty()) source.remove_prefix(1);
    });
    return text;
}

std::string pattern_unmasked(std::string_view pattern, std::string_view typed) {
    std::string text;
    std::size_t at = 0;
    bool complete = true;
    for_each_sign(pattern, [&](const Sign& sign) {
        const bool there = at < typed.size();
        if (sign.stored()) text += sign.letter;
        if (sign.place) {
            if (there && fits(sign.letter, typed[at])) text += typed[at];
            else complete = false;
        }
        ++at;
    });
    return complete ? text : std::string();
}

// --- numbers

struct Separators {
    std::string_view decimal, thousands;
};

Separators separators_of(const Mask& mask, std::string_view locale) {
    const NumberSigns signs = signs_of(locale);
    Separators all{mask.decimal && !mask.decimal->empty() ? std::string_view(*mask.decimal) : signs.decimal,
                   mask.thousands ? std::string_view(*mask.thousands) : signs.thousands};
    if (all.thousands == all.decimal) all.thousands = {};
    return all;
}

struct Affixes {
    std::string before, behind;
};

// Around a number; where the pattern has no place for the minus, it comes first.
Affixes affixes_of(const Mask& mask, bool negative, std::string_view locale) {
    if (mask.kind != Mask::Kind::currency) return {negative ? "-" : "", ""};
    const bool euro = signs_of(locale).sign_behind;
    std::string pattern = mask.currency_pattern;
    if (pattern.find('#') == std::string::npos) pattern = euro ? "#\xC2\xA0@" : "@#";
    if (negative && pattern.find('-') == std::string::npos) pattern.insert(0, 1, '-');
    Affixes affixes;
    std::string* side = &affixes.before;
    for (const char letter : pattern) {
        if (letter == '#') side = &affixes.behind;
        else if (letter == '@') side->append(mask.symbol ? *mask.symbol : euro ? "€" : "$");
        else if (letter != '-' || negative) *side += letter;
    }
    return affixes;
}

std::string number_masked(const Mask& mask, std::string_view source, std::string_view locale) {
    const bool negative = !source.empty() && source.front() == '-';
    if (negative) source.remove_prefix(1);
    const std::size_t point = std::min(source.find('.'), source.size());
    const Separators separators = separators_of(mask, locale);
    std::string text = grouped(source.substr(0, point), separators.thousands);
    const std::string_view decimals = source.substr(std::min(point + 1, source.size()), static_cast<std::size_t>(mask.precision));
    if (!decimals.empty()) text.append(separators.decimal).append(decimals);
    const Affixes affixes = affixes_of(mask, negative, locale);
    return affixes.before + text + affixes.behind;
}

// The number in a text: digits with the separators among them, whatever else stands there is left out.
std::optional<double> number_unmasked(const Mask& mask, std::string_view typed, std::string_view locale) {
    for (const bool negative : {true, false}) {
        const Affixes affixes = affixes_of(mask, negative, locale);
        const std::size_t around = affixes.before.size() + affixes.behind.size();
        if (mask.kind != Mask::Kind::currency || around == 0 || typed.size() < around ||
            typed.substr(0, affixes.before.size()) != affixes.before ||
            typed.substr(typed.size() - affixes.behind.size()) != affixes.behind) {
            continue;
        }
        Mask bare = mask;
        bare.kind = Mask::Kind::numeric;
        const std::optional<double> inside =
            number_unmasked(bare, typed.substr(affixes.before.size(), typed.size() - around), locale);
        return inside && negative ? -*inside : inside;
    }
    const Separators separators = separators_of(mask, locale);
    std::string digits;
    int decimals = -1;  // before the point
    bool negative = false;
    for (std::size_t at = 0; at < typed.size(); ++at) {
        if (typed.substr(at, separators.decimal.size()) == separators.decimal) {
            if (decimals < 0 && mask.precision > 0) {
                decimals = 0;
                digits += '.';
            }
        } else if (typed[at] == '-') {
            negative = !negative;
        } else if (is_digit(typed[at]) && decimals < mask.precision) {
            digits += typed[at];
            if (decimals >= 0) ++decimals;
        }
    }
    if (digits.find_first_of("0123456789") == std::string::npos) return std::nullopt;
    if (digits.front() == '.') digits.insert(0, 1, '0');
    if (digits.back() == '.') digits.pop_back();
    const double number = parse_number(digits).value_or(0);
    const bool allowed = mask.negative_allowed && (!mask.min || *mask.min < 0);
    return negative && allowed ? -number : number;
}

// --- dates

struct Field {
    char letter;
    std::size_t count;  // 0: a literal
    bool is_date() const noexcept { return count > 0 && (letter == 'd' || letter == 'm' || letter == 'y'); }
    bool is_time() const noexcept { return count > 0 && !is_date() && (letter | 0x20) != 't'; }
};

template <class F>
void for_each_field(std::string_view pattern, F&& visit) {
    for (std::size_t at = 0; at < pattern.size();) {
        const char letter = pattern[at];
        if (std::string_view("dmyhHMstT").find(letter) == std::string_view::npos) {
            visit(Field{letter, 0});
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < pattern.size() && pattern[end] == letter) ++end;
        visit(Field{letter, end - at});
        at = end;
    }
}

std::string_view date_pattern(const Mask& mask, std::string_view locale) {
    if (!mask.pattern.empty()) return mask.pattern;
    return signs_of(locale).sign_behind ? "dd.mm.yyyy" : "mm/dd/yyyy";
}

struct Parts {
    bool date = false, time = false, seconds = false;
};

Parts parts_of(std::string_view pattern) {
    Parts parts;
    for_each_field(pattern, [&](const Field& field) {
        parts.date |= field.is_date();
        parts.time |= field.is_time();
        parts.seconds |= field.is_time() && field.letter == 's';
    });
    return parts;
}

std::optional<CivilTime> iso_time(std::string_view text, const Parts& parts) {
    const std::string whole = parts.date ? std::string(text) : "1970-01-01T" + std::string(text);
    const std::optional<Date> date = parse_iso(whole, 0);
    if (!date || text.size() < 4) return std::nullopt;
    return civil_time(date->ms, 0);
}

void append_padded(std::string& text, std::int64_t number, std::size_t digits) {
    const std::string plain = number_text(static_cast<double>(number));
    text.append(digits > plain.size() ? digits - plain.size() : 0, '0').append(plain);
}

std::string date_masked(std::string_view pattern, std::string_view iso) {
    const std::optional<CivilTime> civil = iso_time(iso, parts_of(pattern));
    if (!civil) return std::string(iso);
    std::string text;
    for_each_field(pattern, [&](const Field& field) {
        if (field.count == 0) {
            text += field.letter;
            return;
        }
        switch (field.letter) {
            case 'd': return append_padded(text, civil->day, field.count);
            case 'm': return append_padded(text, civil->month, field.count);
            case 'y': return append_padded(text, field.count == 2 ? civil->year % 100 : civil->year, field.count);
            case 'H': return append_padded(text, civil->hour, field.count);
            case 'h': return append_padded(text, (civil->hour + 11) % 12 + 1, field.count);
            case 'M': return append_padded(text, civil->minute, field.count);
            case 's': return append_padded(text, civil->second, field.count);
            default: break;
        }
        const std::string_view marker = field.letter == 't' ? (civil->hour < 12 ? "am" : "pm") : civil->hour < 12 ? "AM" : "PM";
        text += marker.substr(0, field.count);
    });
    return text;
}

// Empty when a field is missing, too short or beyond its range.
std::string date_unmasked(std::string_view pattern, std::string_view typed) {
    std::int64_t year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0;
    char marker = ' ';
    bool fine = true;
    for_each_field(pattern, [&](const Field& field) {
        if (!fine) return;
        if (field.count == 0) {
            fine = !typed.empty() && typed.front() == field.letter;
            if (fine) typed.remove_prefix(1);
            return;
        }
        std::size_t length = 0;
        if ((field.letter | 0x20) == 't') {
            while (length < typed.size() && length < 2 && is_letter(typed[length])) ++length;
            marker = length > 0 ? static_cast<char>(typed[0] | 0x20) : ' ';
            fine = marker == 'a' || marker == 'p';
            typed.remove_prefix(length);
            return;
        }
        const std::size_t most = field.letter == 'y' ? field.count : 2;
        std::int64_t number = 0;
        while (length < typed.size() && length < most && is_digit(typed[length])) number = number * 10 + (typed[length++] - '0');
        fine = length >= field.count || (length > 0 && field.count > most);
        typed.remove_prefix(length);
        switch (field.letter) {
            case 'y': year = field.count == 2 ? number + (number > 68 ? 1900 : 2000) : number; break;
            case 'm': month = number; break;
            case 'd': day = number; break;
            case 'M': minute = number; break;
            case 's': second = number; break;
            default: hour = number; break;
        }
    });
    if (marker == 'p' && hour < 12) hour += 12;
    else if (marker == 'a' && hour == 12) hour = 0;
    if (!fine || !typed.empty() || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return {};
    const Parts parts = parts_of(pattern);
    std::string iso;
    if (parts.date) {
        append_padded(iso, year, 4);
        iso += '-';
        append_padded(iso, month, 2);
        iso += '-';
        append_padded(iso, day, 2);
        const std::optional<Date> date = parse_iso(iso, 0);
        if (!date || civil_time(date->ms, 0).day != day) return {};
    }
    if (parts.time) {
        if (parts.date) iso += 'T';
        append_padded(iso, hour, 2);
        iso += ':';
        append_padded(iso, minute, 2);
        if (parts.seconds) {
            iso += ':';
            append_padded(iso, second, 2);
        }
    }
    return iso;
}

bool is_number(const Mask& mask) noexcept { return mask.kind == Mask::Kind::numeric || mask.kind == Mask::Kind::currency; }

}  // namespace

std::string masked(const Mask& mask, const Value& value, std::string_view locale) {
    if (is_number(mask)) {
        if (value.is_number()) return number_masked(mask, number_text(value.as_number()), locale);
        const std::optional<double> number = number_unmasked(mask, value.text(), locale);
        return number ? number_masked(mask, number_text(*number), locale) : to_text(value);
    }
    const std::string text = to_text(value);
    return mask.kind == Mask::Kind::pattern ? pattern_masked(mask.pattern, text)
                                            : date_masked(date_pattern(mask, locale), text);
}

Value unmasked(const Mask& mask, std::string_view typed, std::string_view locale) {
    if (is_number(mask)) {
        const std::optional<double> number = number_unmasked(mask, typed, locale);
        return number ? Value(*number) : Value();
    }
    std::string text = mask.kind == Mask::Kind::pattern ? pattern_unmasked(mask.pattern, typed)
                                                        : date_unmasked(date_pattern(mask, locale), typed);
    return text.empty() ? Value() : Value(std::move(text));
}

Value typed_answer(const Mask& mask, std::string_view typed, std::string_view locale) {
    Value inside = unmasked(mask, typed, locale);
    if (inside.is_null()) return Value(typed);
    return mask.save_masked ? Value(masked(mask, inside, locale)) : inside;
}

Value stored_behind(const Mask& mask, Value answer, std::string_view locale) {
    if (is_empty(answer)) return answer;
    if (!mask.save_masked) {
        const bool shown = mask.kind == Mask::Kind::pattern && answer.text() == masked(mask, answer, locale);
        return shown ? unmasked(mask, answer.text(), locale) : answer;
    }
    if (answer.is_string() && !unmasked(mask, answer.text(), locale).is_null()) return answer;
    std::string shown = masked(mask, answer, locale);
    return unmasked(mask, shown, locale).is_null() ? answer : Value(std::move(shown));
}

bool is_as_typed(const Mask& mask, const Value& answer, std::string_view locale) {
    return answer.is_string() && (mask.save_masked || is_number(mask) || !is_complete(mask, answer, locale));
}

bool is_complete(const Mask& mask, const Value& stored, std::string_view locale) {
    const bool reads_text = stored.is_string() && (mask.save_masked || is_number(mask));
    const Value inside = reads_text ? unmasked(mask, stored.text(), locale) : stored;
    if (is_number(mask)) {
        const double number = inside.as_number();
        return inside.is_number() && !(mask.min && number < *mask.min) && !(mask.max && number > *mask.max);
    }
    if (mask.kind == Mask::Kind::datetime) {
        // Texts in ISO 8601 are in the order of time.
        if (!mask.first.empty() && inside.text() < mask.first) return false;
        if (!mask.last.empty() && inside.text().substr(0, mask.last.size()) > mask.last) return false;
    }
    if (mask.save_masked) return !inside.is_null();
    return inside.is_string() && unmasked(mask, masked(mask, inside, locale), locale) == inside;
}

}  // namespace canvass::core
