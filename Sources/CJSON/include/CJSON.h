#pragma once
#include "number.h"
#include "scan.h"
#include "tape.h"
