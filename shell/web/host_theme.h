// A whole theme from the few tokens that a host page gives: what it leaves out follows from what it said, so that
// one accent or one ground does not stand among colours of another palette.
#pragma once

#include "core/base/value.h"
#include "widget/theme.h"

namespace canvass::web {

// `tokens`: {name: value} as set_token() takes them; what is no token or no value is passed over.
widget::Theme host_theme(widget::Theme base, const core::Value& tokens);

}  // namespace canvass::web
