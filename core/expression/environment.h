// What an expression sees of the world: answers and variables, time, the survey around it.
//
// Implemented by the session (answers, rows, panels, properties) and here by ObjectEnvironment (the members of
// one object). Operands that read() gives out must stay valid and unchanged until the evaluation is over;
// values made on the spot go into the scratch.
// Everything virtual is defined here, so that code with and without RTTI can implement it.
#pragma once

#include <span>
#include <string_view>

#include "core/base/date.h"
#include "core/expression/operand.h"
#include "core/expression/path.h"

namespace canvass::core {

class Environment {
public:
    // The value at a path as stored (texts that look like numbers are converted by the evaluator); missing when
    // nothing has that name.
    virtual Operand read(const Path& path, Scratch& scratch) = 0;

    // The same from the survey as a whole, without the row or panel that the expression stands in: what the
    // filter of a list function sees besides the item.
    virtual Operand read_survey(const Path&, Scratch&) { return {}; }

    virtual Clock clock() const = 0;

    // The functions that ask the survey. Without one they are missing or false.
    virtual Operand display_value(std::string_view /*question*/, const Operand& /*of_value*/, Scratch&) { return {}; }
    virtual Operand property_value(std::string_view /*question*/, std::string_view /*property*/, Scratch&) {
        return {};
    }
    virtual Operand comment(std::string_view /*question*/, const Operand& /*of_choice*/, Scratch&) { return {}; }
    // `panel`: a number for one panel of a dynamic panel, otherwise missing.
    virtual bool is_container_ready(std::string_view /*name*/, const Operand& /*panel*/) { return false; }
    virtual Operand is_display_mode() { return {}; }

    // Functions that the host registered. False: there is none of that name (the result is null then).
    virtual bool call(std::string_view /*function*/, std::span<const Operand> /*arguments*/, Scratch&,
                      Operand& /*result*/) {
        return false;
    }

protected:
    ~Environment() = default;
};

// Reads and gives 0 for the "….length" of what is not there.
Operand read_variable(Environment& environment, const Path& path, Scratch& scratch);

// The members of one object as variables; borrows the object.
class ObjectEnvironment final : public Environment {
public:
    ObjectEnvironment(const Value& variables, const Clock& clock) : variables_(variables), clock_(clock) {}

    Operand read(const Path& path, Scratch&) override { return walk(Operand(variables_), path); }
    Clock clock() const override { return clock_; }

private:
    const Value& variables_;
    Clock clock_;
};

}  // namespace canvass::core
