// The compiled catalogue, carried in the binary. `swift run CatalogueGenerator` writes catalogue.bin.
#include "catalogue.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(8) static const uint8_t catalogue[] = {
#embed "catalogue.bin" if_empty(0)
};

const uint8_t *embedded_catalogue(long *size) {
  *size = (long)sizeof catalogue;
  return catalogue;
}
