// The built-in functions: one row each in the table of functions.cpp, called with evaluated arguments.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/expression/environment.h"
#include "core/expression/operand.h"

namespace canvass::core {

struct CallSite;
struct Program;

struct Call {
    std::span<const Operand> arguments;
    Environment& environment;
    Scratch& scratch;
    const Program& program;
    const CallSite& site;
    int depth = 0;  // of filters inside filters

    // Missing when there is none.
    Operand argument(std::size_t index) const {
        return index < arguments.size() ? arguments[index] : Operand();
    }
};

struct Function {
    std::string_view name;
    Operand (*run)(const Call&);
    bool of_time = false;  // it asks the clock, or for more of the survey than its arguments name
    bool of_list = false;  // its first argument is read as stored, its last may be a filter
};

// nullptr: there is none. Names are case-sensitive.
const Function* find_function(std::string_view name) noexcept;

namespace functions {

// functions_list.cpp
Operand sum_in_array(const Call&);
Operand min_in_array(const Call&);
Operand max_in_array(const Call&);
Operand count_in_array(const Call&);
Operand avg_in_array(const Call&);

// functions_date.cpp
Operand get_date(const Call&);
Operand age(const Call&);
Operand date_diff(const Call&);
Operand date_add(const Call&);
Operand diff_days(const Call&);
Operand current_date(const Call&);
Operand today(const Call&);
Operand get_year(const Call&);
Operand current_year(const Call&);
Operand year(const Call&);
Operand month(const Call&);
Operand day(const Call&);
Operand weekday(const Call&);

// functions_number.cpp
Operand sum(const Call&);
Operand avg(const Call&);
Operand min(const Call&);
Operand max(const Call&);
Operand count(const Call&);
Operand round(const Call&);
Operand trunc(const Call&);

}  // namespace functions

}  // namespace canvass::core
