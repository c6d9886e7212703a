// Which methods count what a question asks. A page, which does not count, is built with poll_methods_page.cpp instead.
#include <algorithm>

#include "core/definition/loader.h"

namespace canvass::core {
namespace {

// The usual one first; empty: it is no matter of votes.
std::string_view methods_for(const Element& question, const Definition& definition) {
    constexpr std::string_view choice = "plurality", choices = "approval plurality", number = "number nps csat ces";
    switch (question.kind) {
        case Kind::radiogroup:
        case Kind::dropdown:
        case Kind::buttongroup:
        case Kind::boolean: return choice;
        case Kind::checkbox:
        case Kind::tagbox: return choices;
        case Kind::imagepicker: return std::get<ChoiceSettings>(question.settings).multiple ? choices : choice;
        case Kind::ranking:
            return "schulze schulze_winning schulze_margin schulze_ratio ranked_pairs ranked_pairs_winning ranked_pairs_margin "
                   "minimax minimax_winning minimax_margin minimax_opposition copeland borda dowdall irv stv meek";
        case Kind::rating: return "plurality number nps csat ces";
        case Kind::text: {
            const std::string& type = std::get<TextSettings>(question.settings).input_type;
            return type == "number" || type == "range" ? number : "";
        }
        case Kind::slider: return std::get<SliderSettings>(question.settings).range ? "" : number;
        case Kind::matrix: {
            const ElementIndex row = row_settings_of(question)->row;
            return definition.at(definition.at(row).children.front()).kind == Kind::radiogroup ? "score star date" : "";
        }
        default: return "";
    }
}

bool is_among(std::string_view word, std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (words.substr(at, end - at) == word) return true;
        at = end + 1;
    }
    return false;
}

// The answers that a method of satisfaction counts are those of its question, and no others.
void note_scale(Loader& loader, const Element& question) {
    struct Scale {
        std::string_view method, words;
        double lowest, highest;
    };
    constexpr Scale scales[] = {{"nps", "0 – 10", 0, 10}, {"csat", "1 – 5", 1, 5}, {"ces", "1 – 7", 1, 7}};
    const auto* rating = std::get_if<RatingSettings>(&question.settings);
    const auto scale = std::find_if(std::begin(scales), std::end(scales),
                                    [&](const Scale& each) { return each.method == question.poll->method; });
    if (!rating || scale == std::end(scales)) return;
    const bool fits = std::all_of(rating->rates.begin(), rating->rates.end(), [&](const Choice& rate) {
        const double number = rate.value.as_number(-1);
        return rate.value.is_number() && number >= scale->lowest && number <= scale->highest;
    });
    if (fits) return;
    loader.report(Code::poll_scale_unfit, pointer_to(pointer_to(question.pointer, "poll"), "method"), scale->method,
                  scale->words, Severity::note);
}

}  // namespace

void settle_poll(Loader& loader, Element& question) {
    if (!question.poll) return;
    Poll& poll = *question.poll;
    const std::string_view known = methods_for(question, loader.definition);
    std::replace(poll.method.begin(), poll.method.end(), '-', '_');
    if (!is_among(poll.method, known)) {
        const std::string place = pointer_to(question.pointer, "poll");
        if (!poll.method.empty()) loader.report(Code::poll_method_unfit, pointer_to(place, "method"), poll.method, known);
        else if (known.empty()) loader.report(Code::poll_method_unfit, place, "poll");
        poll.method = known.substr(0, known.find(' '));
    }
    if (known.empty()) {
        question.poll = {};
        return;
    }
    note_scale(loader, question);
}

}  // namespace canvass::core
