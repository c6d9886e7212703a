// The expression as survey-core writes its tree: every binary operation in brackets, operators as signs.
#include <string>
#include <vector>

#include "core/expression/coerce.h"
#include "core/expression/expression.h"
#include "core/expression/program.h"

namespace canvass::core {
namespace {

constexpr std::string_view signs[] = {"or", "and", "<", "<=", ">",        ">=",          "==",    "!=",    "+",
                                      "-",  "*",   "/", "%",  "^",        "contains",    "notcontains",
                                      "anyof", "allof", "noneof"};

std::string_view sign_of(Op op) { return signs[static_cast<std::size_t>(op) - static_cast<std::size_t>(Op::or_)]; }

std::string constant_text(const Value& value, bool quoted) {
    if (value.is_string() && quoted) return "'" + *value.as_string() + "'";
    if (!value.is_array()) return to_text(value);
    std::string text;
    for (const Value& item : *value.as_array()) text.append(text.empty() ? "[" : ", ").append(constant_text(item, true));
    return text += ']';
}

class Printer {
public:
    explicit Printer(const Program& program) : program_(program) {}

    std::string print() {
        for (const Instruction& instruction : program_.instructions) add(instruction);
        return std::move(done_.back());
    }

private:
    std::string taken() {
        std::string last = std::move(done_.back());
        done_.pop_back();
        return last;
    }

    std::string list(std::size_t count) {
        std::string text;
        for (std::size_t i = done_.size() - count; i < done_.size(); ++i)
            text.append(text.empty() && i == done_.size() - count ? "" : ", ").append(done_[i]);
        done_.resize(done_.size() - count);
        return text;
    }

    std::string variable(const Instruction& instruction) {
        std::string text = instruction.op == Op::as_stored ? "{#" : "{";
        text += program_.paths[instruction.argument].text;
        return text += '}';
    }

    void add(const Instruction& instruction) {
        switch (instruction.op) {
            case Op::constant:
            case Op::word:
                done_.push_back(
                    constant_text(program_.constants[instruction.argument], instruction.op == Op::constant));
                break;
            case Op::null: done_.emplace_back(); break;
            case Op::variable:
            case Op::as_stored: done_.push_back(variable(instruction)); break;
            case Op::array: done_.push_back("[" + list(instruction.argument) + "]"); break;
            case Op::call: {
                const CallSite& site = program_.calls[instruction.argument];
                std::string arguments = list(site.argument_count);
                done_.push_back(std::string(site.name) + "(" + arguments + ")");
                break;
            }
            case Op::iif: done_.push_back("iif(" + list(instruction.argument) + ")"); break;
            case Op::negate: done_.push_back("! " + taken()); break;
            case Op::empty: done_.back() += " empty"; break;
            case Op::not_empty: done_.back() += " notempty"; break;
            case Op::missing:
            case Op::and_test:
            case Op::or_test:
            case Op::iif_test:
            case Op::iif_skip: break;
            default: {
                const std::string right = taken(), left = taken();
                done_.push_back("(" + left + " " + std::string(sign_of(instruction.op)) + " " + right + ")");
            }
        }
    }

    const Program& program_;
    std::vector<std::string> done_;
};

}  // namespace

std::string print(const Expression& expression) { return Printer(expression.program()).print(); }

}  // namespace canvass::core
