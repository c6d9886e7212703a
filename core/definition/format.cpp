#include "core/definition/format.h"

#include <algorithm>

#include "core/definition/likely_name.h"
#include "core/definition/loader.h"

namespace canvass::core {
namespace {

constexpr std::string_view item_classes[] = {"checkboxitem", "imageitemvalue", "buttongroupitemvalue", "sliderlabel"};

// Cuts what comes before the separator off the front.
std::string_view cut(std::string_view& text, char separator) noexcept {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view front = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return front;
}

bool holds(std::string_view list, char separator, std::string_view wanted) noexcept {
    while (!list.empty()) {
        if (cut(list, separator) == wanted) return true;
    }
    return false;
}

FormatMember next_member(std::string_view& members) noexcept {
    std::string_view values = cut(members, ' ');
    std::string_view old_names = cut(values, '=');
    const std::string_view name = cut(old_names, '/');
    return {name, old_names, values};
}

// The classes whose members an object may have; some are several things at once.
using Classes = std::vector<const FormatClass*>;

void add_class(Classes& classes, const std::string& name) {
    if (const FormatClass* known = format_class(name)) classes.push_back(known);
}

// "numeric" and "numericvalidator" are the same.
std::string with_suffix(std::string_view type, std::string_view suffix) {
    const bool there = type.size() > suffix.size() && type.substr(type.size() - suffix.size()) == suffix;
    return std::string(type) + std::string(there ? std::string_view() : suffix);
}

std::string_view text_at(const Value::Object& object, std::string_view name) noexcept {
    for (const Value::Member& member : object) {
        if (member.name == name) return member.value.text();
    }
    return {};
}

// Without a kind of its own a column has the kind that its matrix says, so it may be any.
void add_column_classes(Classes& classes, std::string_view kind) {
    add_class(classes, "matrixdropdowncolumn");
    if (!kind.empty() && kind != "default") return add_class(classes, std::string(kind));
    for (const FormatClass& known : format_classes()) {
        if (known.base == "question" || kind_named(known.name)) classes.push_back(&known);
    }
}

void add_classes(Classes& classes, Owner owner, const Value::Object& object) {
    const std::string_view type = text_at(object, "type");
    switch (owner) {
        case Owner::survey: return add_class(classes, "survey");
        case Owner::page: return add_class(classes, "page");
        case Owner::calculated: return add_class(classes, "calculatedvalue");
        case Owner::poll: return add_class(classes, "poll");
        case Owner::canvass: return add_class(classes, "canvass");
        case Owner::outcome:
            add_class(classes, "htmlconditionitem");
            add_class(classes, "choicesbyurl");
            return add_class(classes, "urlconditionitem");
        case Owner::validator: return add_class(classes, with_suffix(type, "validator"));
        case Owner::trigger: return add_class(classes, with_suffix(type, "trigger"));
        case Owner::choice:
            for (const std::string_view item : item_classes) add_class(classes, std::string(item));
            return;
        case Owner::column: return add_column_classes(classes, text_at(object, "cellType"));
        case Owner::item:
            add_class(classes, "multipletextitem");
            return add_class(classes, "text");
        case Owner::mask:
            add_class(classes, "datetimemask");
            return add_class(classes, "currencymask");
        case Owner::panel:
        case Owner::question: return add_class(classes, std::string(type));
        case Owner::select:
        case Owner::checkbox:
        case Owner::rating:
        case Owner::boolean:
        case Owner::text:
        case Owner::comment:
        case Owner::dropdown:
        case Owner::imagepicker:
        case Owner::expression:
        case Owner::html:
        case Owner::paneldynamic:
        case Owner::matrix:
        case Owner::matrixdynamic:
        case Owner::rows:
        case Owner::matrix_simple:
        case Owner::multipletext:
        case Owner::file:
        case Owner::special: return;  // traits of questions
    }
}

Classes classes_of(std::uint32_t owners, const Value::Object& object) {
    Classes classes;
    for (unsigned bit = 0; bit < 32; ++bit) {
        if (owners >> bit & 1u) add_classes(classes, static_cast<Owner>(bit), object);
    }
    return classes;
}

std::optional<FormatMember> member_of(const Classes& classes, std::string_view name) noexcept {
    for (const FormatClass* known : classes) {
        if (const auto member = core::member_of(*known, name)) return member;
    }
    return std::nullopt;
}

bool is_allowed(const Value& value, std::string_view values) {
    if (value.is_bool()) return holds(values, '|', value.as_bool() ? "true" : "false");
    return !value.is_string() || holds(values, '|', value.text());
}

// Known, and taken for the usual one.
bool is_only_kept(const Value& value, std::string_view values) {
    return value.is_string() && holds(values, '|', "-" + std::string(value.text()));
}

std::string spaced(std::string_view values) {
    std::string text;
    while (!values.empty()) {
        std::string_view value = cut(values, '|');
        if (!value.empty() && value.front() == '-') value.remove_prefix(1);
        text += (text.empty() ? "" : " | ") + std::string(value);
    }
    return text;
}

// The member whose name looks most like this one; empty: none does.
std::string_view likely_name(const Classes& classes, std::string_view name) {
    LikelyName likely(name);
    for (const FormatClass* known : classes) {
        for (; known; known = format_class(known->base)) {
            for (std::string_view rest = known->members; !rest.empty();) likely.consider(next_member(rest).name);
        }
    }
    return likely.best();
}

}  // namespace

std::vector<FormatMember> members_of(const FormatClass& known) {
    std::vector<FormatMember> members;
    for (std::string_view rest = known.members; !rest.empty();) members.push_back(next_member(rest));
    return members;
}

std::optional<FormatMember> member_of(const FormatClass& known, std::string_view name) noexcept {
    for (const FormatClass* at = &known; at; at = format_class(at->base)) {
        for (std::string_view rest = at->members; !rest.empty();) {
            const FormatMember member = next_member(rest);
            if (member.name == name || holds(member.old_names, '/', name)) return member;
        }
    }
    return std::nullopt;
}

void inspect_members(const Value::Object& object, std::uint32_t owners, std::string_view pointer, Loader& loader) {
    const Classes classes = classes_of(owners, object);
    if (classes.empty()) return;
    for (const Value::Member& member : object) {
        const std::optional<FormatMember> known = member_of(classes, member.name);
        const std::string place = pointer_to(pointer, member.name);
        if (!known) {
            loader.report(Code::unknown_property, place, member.name, likely_name(classes, member.name), Severity::note);
            continue;
        }
        const bool acted = is_acted_on(member.name, owners);
        if (!acted) loader.report(Code::property_not_acted, place, member.name, {}, Severity::note);
        if (acted && is_only_kept(member.value, known->values)) {
            loader.report(Code::property_not_acted, place, member.name + ": " + std::string(member.value.text()), {}, Severity::note);
        } else if (!known->values.empty() && !is_allowed(member.value, known->values)) {
            loader.report(Code::unknown_value, place, member.name, spaced(known->values),
                          acted ? Severity::error : Severity::note);
        }
    }
}

}  // namespace canvass::core
