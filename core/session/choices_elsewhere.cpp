// Choices that are not in the definition: where they lie, and what is given as such.
#include "core/definition/codec.h"
#include "core/definition/references.h"
#include "core/expression/coerce.h"
#include "core/session/formats.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

// As a part of an address (RFC 3986, 2.3).
void append_encoded(std::string& address, std::string_view text) {
    constexpr char digits[] = "0123456789ABCDEF";
    for (const char c : text) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                           std::string_view("-._~").find(c) != std::string_view::npos;
        if (plain) {
            address += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        address += '%';
        address += digits[byte >> 4];
        address += digits[byte & 15];
    }
}

}  // namespace

std::string choices_name(const Definition& definition, ElementIndex question) {
    const Element& element = definition.at(question);
    return element.owner == no_element ? element.name : choices_name(definition, element.owner) + "." + element.name;
}

std::string Session::State::address_of_choices(ElementIndex question) {
    const std::string& written = choice_settings(question)->elsewhere->address;
    std::string address;
    std::size_t copied = 0;
    for (const Reference& reference : references_in(written)) {
        address.append(written, copied, reference.begin - copied);
        copied = reference.end;
        if (reference.name == "CACHE" || reference.name == "NOCACHE") continue;  // a wish of survey-core's
        Scratch scratch;
        const Operand value = look_up(PathOf(reference.name).path(), scratch).value;
        if (is_empty(value)) return {};
        append_encoded(address, to_text(value));
    }
    address.append(written, copied);
    return is_safe_address(address) ? address : std::string();
}

Outcome Session::State::give_choices(std::string_view name, const Value& list) {
    Outcome outcome;
    for (ElementIndex at = 0; at < static_cast<ElementIndex>(definition->elements.size()); ++at) {
        if (!choice_settings(at) || choices_name(*definition, at) != name) continue;
        auto& now = choosing[static_cast<std::size_t>(at)];
        if (!now) now = std::make_unique<Choosing>();
        now->given_rules.clear();
        now->carried = choices_from_json(list, now->given_rules, outcome.diagnostics);
        now->rules = now->given_rules;
        now->carries = outcome.changed = true;
        std::vector<ElementIndex> asked;
        instances_of(at, asked);
        for (const ElementIndex question : asked) {
            mark(question, Marks::choices | Marks::called);
            mark_carriers(question, Marks::choices);
        }
    }
    if (outcome.changed) settle();
    else outcome.diagnostics.push_back(about(Code::unknown_question, Severity::note, name));
    return outcome;
}

std::string Session::address_of_choices(ElementIndex question) const { return state_->address_of_choices(question); }

}  // namespace canvass::core
