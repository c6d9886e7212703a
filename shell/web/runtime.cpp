// What the C and C++ libraries would bring along, done by the browser instead: 5 KB less to download.
//
// Mathematics: musl's tables for pow, exp and log do not compress. The page's Math is as exact, and it is what
// the expression language is measured against.
// Memory: the library's operator new throws, and so drags in what exceptions need.
// Types: shared_ptr's counter is compiled with type information, which nothing here ever asks for.
//
// Compiled without link-time optimisation: the compiler makes calls to these functions up by itself, after it
// has looked for their definitions.
#include <cstdlib>
#include <new>

#define MATH_IMPORT(name) __attribute__((import_module("Math"), import_name(#name)))

extern "C" {

MATH_IMPORT(pow) double page_pow(double base, double exponent);
MATH_IMPORT(exp) double page_exp(double exponent);
MATH_IMPORT(log) double page_log(double number);
MATH_IMPORT(sin) double page_sin(double radians);
MATH_IMPORT(cos) double page_cos(double radians);
MATH_IMPORT(acos) double page_acos(double cosine);

double pow(double base, double exponent) { return page_pow(base, exponent); }
double exp(double exponent) { return page_exp(exponent); }
double log(double number) { return page_log(number); }
float powf(float base, float exponent) { return static_cast<float>(page_pow(base, exponent)); }
float logf(float number) { return static_cast<float>(page_log(number)); }
float sinf(float radians) { return static_cast<float>(page_sin(radians)); }
float cosf(float radians) { return static_cast<float>(page_cos(radians)); }
float acosf(float cosine) { return static_cast<float>(page_acos(cosine)); }

// The tables of virtual functions of std::type_info's kinds, by their names in the ABI.
void* _ZTVN10__cxxabiv117__class_type_infoE[3] = {};
void* _ZTVN10__cxxabiv120__si_class_type_infoE[3] = {};
void* _ZTVN10__cxxabiv121__vmi_class_type_infoE[3] = {};
}

void* operator new(std::size_t size) {
    void* memory = std::malloc(size ? size : 1);
    if (!memory) std::abort();
    return memory;
}

void* operator new[](std::size_t size) { return operator new(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
