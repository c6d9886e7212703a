// Surveys and what somebody does with them, made from bytes by the format's own table: whatever the bytes are, most of
// what comes of them loads, so that they reach how things work together. No bytes left: nothing more is made.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/value.h"
#include "core/definition/format.h"

namespace canvass::fuzz {

using core::Value;

class SurveyGrammar {
public:
    SurveyGrammar(const std::uint8_t* data, std::size_t size) : data_(data), end_(data + size) {}

    Value definition() {
        Value made = object_of("survey", 0, 4);
        Value pages = Value::array();
        for (int page = 0, last = 1 + below(3); page < last; ++page) {
            Value one = object_of("page", 0, 2);
            one.set("name", "page" + std::to_string(page));
            one.set("elements", elements(0, 'q', top_));
            pages.push(std::move(one));
        }
        made.erase("elements");
        made.set("pages", std::move(pages));
        return made;
    }

    // {"do": …}; null: no bytes are left.
    Value action() {
        if (data_ == end_) return {};
        static constexpr std::string_view plain[] = {"next", "back", "complete", "start", "preview", "edit", "advance"};
        const int form = below(25);
        if (form < 11) return Value::object({{"do", "set"}, {"name", path()}, {"value", answer(0)}});
        if (form == 11) return Value::object({{"do", "clear"}, {"name", path()}});
        if (form < 14) return Value::object({{"do", "addRow"}, {"name", path()}});
        if (form < 16) return Value::object({{"do", "removeRow"}, {"name", path() + "[" + digit(3) + "]"}});
        if (form == 16) return Value::object({{"do", "comment"}, {"name", path()}, {"value", word()}});
        if (form == 17) return Value::object({{"do", "variable"}, {"name", "v"}, {"value", answer(0)}});
        if (form == 18) return Value::object({{"do", below(2) ? "page" : "edit"}, {"page", below(2) ? Value(below(3)) : Value(path())}});
        if (form == 19) return Value::object({{"do", "tick"}, {"seconds", below(40)}});
        if (form == 20) return Value::object({{"do", "locale"}, {"locale", below(2) ? "de" : "en"}});
        if (form == 21) return Value::object({{"do", "comment"}, {"name", path()}, {"value", word()}});
        if (form == 22) return Value::object({{"do", "choices"}, {"name", path()}, {"choices", list_of("choiceitem", 2, 4)}});
        return Value::object({{"do", std::string(pick(plain))}});
    }

private:
    // One of `count`; the first when no bytes are left.
    int below(int count) {
        const int byte = data_ == end_ ? 0 : *data_++;
        return byte % count;
    }
    template <std::size_t count>
    std::string_view pick(const std::string_view (&list)[count]) {
        return list[static_cast<std::size_t>(below(static_cast<int>(count)))];
    }
    std::string digit(int count) { return std::to_string(below(count)); }

    std::string word() {
        static constexpr std::string_view words[] = {"a", "b", "other", "none", "r0", "r1", "7", "x@y.co", "2026-11-22", "{q0}", ""};
        return std::string(pick(words));
    }

    // Of a question at the top, of one in its rows, or of one in the rows of that.
    std::string path() {
        std::string made = below(8) ? "q" + digit(6) : "s" + digit(2);
        for (int level = 0; level < 2 && below(3) == 1; ++level) {
            made += below(3) ? "[" + digit(3) + "]" : ".r" + digit(2);
            made += ".m" + digit(3);
        }
        return made;
    }

    std::string reference() {
        static constexpr std::string_view near[] = {"row.m",    "panel.m",   "prevRow.m", "nextPanel.m", "parentPanel.m",
                                                    "totalRow.m", "q0-total.m", "survey.q"};
        static constexpr std::string_view single[] = {"v", "c0", "item", "rowIndex", "panelIndex", "rowValue", "q0-Comment", "pageno", "pagecount",
                                                      "panel.m0-Comment", "row.m1-Comment"};
        const int form = below(16);
        if (form < 6) return "{" + path() + "}";
        if (form < 13) return "{" + std::string(pick(near)) + digit(3) + "}";
        return "{" + std::string(pick(single)) + "}";
    }

    std::string formula(int depth) {
        static constexpr std::string_view operators[] = {" = ",  " <> ",       " > ",  " + ",  " and ", " or ",
                                                         " anyof ", " contains ", " - ", " * ", " <= "};
        static constexpr std::string_view calls[] = {"sum(", "avg(", "today(", "displayValue('q0', ", "trim(", "!(", "isContainerReady(",
                                                     "sumInArray({q1}, 'm0', ", "countInArray({q0}, 'm1', ", "age("};
        const int form = depth > 2 ? below(3) : below(9);
        if (form < 2) return reference();
        if (form == 2) return below(2) ? digit(4) : "'" + word() + "'";
        if (form < 6) return formula(depth + 1) + std::string(pick(operators)) + formula(depth + 1);
        if (form == 6) return reference() + (below(2) ? " notempty" : " empty");
        if (form == 7) return std::string(pick(calls)) + formula(depth + 1) + ")";
        return "iif(" + formula(depth + 1) + ", " + formula(depth + 1) + ", " + formula(depth + 1) + ")";
    }

    Value answer(int depth) {
        const int form = depth > 2 ? below(7) : below(11);
        if (form < 3) return below(4);
        if (form < 5) return word();
        if (form == 5) return {};
        if (form == 6) return below(2) == 1;
        Value made = form < 9 ? Value::array() : Value::object();
        for (int left = below(4); left > 0; --left) {
            if (form < 9) made.push(answer(depth + 1));
            else made.set(below(4) ? "m" + digit(3) : "r" + digit(2), answer(depth + 1));
        }
        return made;
    }

    static const std::vector<core::FormatMember>& members(std::string_view name) {
        static std::map<std::string, std::vector<core::FormatMember>, std::less<>> known;
        const auto found = known.find(name);
        if (found != known.end()) return found->second;
        std::vector<core::FormatMember> acted;
        for (const core::PropertyUse& use : core::use_of(*core::format_class(name)).properties) {
            if (use.acted) acted.push_back(use.member);
        }
        return known.emplace(name, std::move(acted)).first->second;
    }

    Value object_of(std::string_view name, int depth, int most) {
        Value made = Value::object();
        const auto& all = members(name);
        for (int left = all.empty() ? 0 : below(most + 1); left > 0; --left) {
            const core::FormatMember& member = all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
            if (member.name != "name" && member.name != "type") made.set(member.name, value_of(member, depth));
        }
        return made;
    }

    Value list_of(std::string_view name, int depth, int most) {
        Value made = Value::array();
        for (int left = below(most + 1); left > 0; --left) {
            Value one = object_of(name, depth, 2);
            if (name == "choiceitem" || name == "itemvalue") one.set("value", word());
            made.push(std::move(one));
        }
        return made;
    }

    Value columns(int depth, bool cells) {
        static constexpr std::string_view kinds[] = {"text", "dropdown", "checkbox", "expression", "boolean", "rating", "comment", "slider", "radiogroup", "tagbox"};
        Value made = Value::array();
        for (int at = 0, last = 1 + below(3); at < last; ++at) {
            Value one = object_of("matrixdropdowncolumn", depth, 4);
            const std::string_view kind = pick(kinds);
            if (cells) {
                const Value settings = object_of(kind, depth, 3);
                for (const Value::Member& member : *settings.as_object()) one.set(member.name, member.value);
            }
            one.set("cellType", std::string(kind));
            one.set("name", "m" + std::to_string(at));
            made.push(std::move(one));
        }
        return made;
    }

    Value elements(int depth, char prefix, int& next) {
        static constexpr std::string_view kinds[] = {
            "text", "checkbox", "radiogroup", "dropdown", "tagbox", "ranking", "rating", "boolean", "comment", "expression", "slider",
            "imagepicker", "multipletext", "matrix", "file", "signaturepad", "html", "matrixdropdown", "matrixdynamic", "paneldynamic",
            "matrixdynamic", "paneldynamic", "paneldynamic", "panel"};
        Value made = Value::array();
        for (int left = 1 + below(4); left > 0; --left) {
            const std::string_view kind = kinds[below(depth < 3 ? 24 : 17)];
            Value one = object_of(kind, depth, 6);
            one.set("type", std::string(kind));
            one.set("name", prefix + std::to_string(next++));
            if (kind == "panel") one.set("elements", elements(depth + 1, prefix, next));
            if (kind == "paneldynamic") one.set("templateElements", template_elements(depth));
            if (kind == "matrixdynamic" || kind == "matrixdropdown") one.set("columns", columns(depth + 1, true));
            if (kind == "matrix") one.set("columns", list_of("itemvalue", depth, 3));
            if (kind == "matrix" || kind == "matrixdropdown") one.set("rows", numbered("itemvalue", "value", 'r', depth));
            if (kind == "multipletext") one.set("items", numbered("multipletextitem", "name", 'm', depth));
            if (below(5) == 1) one.set("valueName", "s" + digit(2));
            made.push(std::move(one));
        }
        return made;
    }

    Value template_elements(int depth) {
        int next = 0;
        return elements(depth + 1, 'm', next);
    }

    // Called r0, r1, … or the like.
    Value numbered(std::string_view name, std::string_view key, char prefix, int depth) {
        Value made = Value::array();
        for (int at = 0, last = 1 + below(3); at < last; ++at) {
            Value one = object_of(name, depth, 2);
            one.set(key, prefix + std::to_string(at));
            made.push(std::move(one));
        }
        return made;
    }

    Value validators() {
        static constexpr std::string_view kinds[] = {"numeric", "text", "answercount", "regex", "email", "expression"};
        Value made = Value::array();
        for (int left = below(3); left > 0; --left) {
            const std::string kind(pick(kinds));
            Value one = object_of(kind + "validator", 3, 3);
            one.set("type", kind);
            made.push(std::move(one));
        }
        return made;
    }

    Value triggers() {
        static constexpr std::string_view kinds[] = {"complete", "setvalue", "copyvalue", "skip", "runexpression"};
        Value made = Value::array();
        for (int left = 1 + below(3); left > 0; --left) {
            const std::string kind(pick(kinds));
            Value one = object_of(kind + "trigger", 3, 2);
            one.set("type", kind);
            one.set("expression", formula(1));
            if (kind == "skip") one.set("gotoName", path());
            if (kind == "copyvalue") one.set("fromName", path());
            if (kind == "runexpression") one.set("runExpression", formula(1));
            if (kind == "setvalue") one.set("setValue", answer(0));
            if (kind != "skip" && kind != "complete") one.set("setToName", path());
            made.push(std::move(one));
        }
        return made;
    }

    Value value_of(const core::FormatMember& member, int depth) {
        const std::string_view name = member.name;
        const auto holds = [&](std::string_view part) { return name.find(part) != std::string_view::npos; };
        if (!member.values.empty()) return one_of(member.values);
        if (name == "detailElements") return depth < 3 ? template_elements(depth) : Value::array();
        if (name == "validators") return validators();
        if (name == "triggers") return triggers();
        if (name == "calculatedValues") {
            return Value::array({Value::object({{"name", "c0"}, {"expression", formula(0)}, {"includeIntoResult", below(2) == 1}})});
        }
        if (name == "choices" || name == "rateValues" || name == "customLabels") return list_of("choiceitem", depth + 1, 4);
        if (name == "maskSettings") return object_of(below(2) ? "currencymask" : "datetimemask", depth, 3);
        if (name == "choicesByUrl") return Value::object({{"url", "/c?q=" + reference()}});
        if (name == "completedHtmlOnCondition" || name == "navigateToUrlOnCondition") {
            return Value::array({Value::object({{"expression", formula(0)}, {"html", "<b>" + reference()}, {"url", "/" + reference()}})});
        }
        if (name == "bindings") return Value::object({{below(2) ? "panelCount" : "rowCount", path()}});
        if (name == "poll") return Value::object({{"method", below(2) ? "approval" : "irv"}});
        if (name == "valueName" || name == "keyName" || holds("FromQuestion")) return below(2) ? path() : "m" + digit(3);
        if (holds("If") || holds("xpression")) return formula(0);
        if (holds("efault") || name == "correctAnswer") return answer(0);
        if (holds("ount") || holds("min") || holds("max") || holds("Limit") || name == "step") return below(6);
        switch (below(3)) {
            case 0: return true;
            case 1: return below(2) ? word() + reference() : word();
            default: return answer(1);
        }
    }

    Value one_of(std::string_view values) {
        std::vector<std::string_view> all;
        for (std::size_t from = 0; from <= values.size();) {
            const std::size_t end = std::min(values.find('|', from), values.size());
            std::string_view one = values.substr(from, end - from);
            if (!one.empty() && one.front() == '-') one.remove_prefix(1);
            all.push_back(one);
            from = end + 1;
        }
        const std::string_view chosen = all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
        if (chosen == "true" || chosen == "false") return chosen == "true";
        return std::string(chosen);
    }

    const std::uint8_t* data_;
    const std::uint8_t* end_;
    int top_ = 0;
};

}  // namespace canvass::fuzz
