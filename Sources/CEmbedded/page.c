// The style and the script of the HTML reference (`logto-lua docs --html`), carried in the binary.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "page.h"

#include "file.h"

static const unsigned char reference_css[] = {
#embed "page/reference.css"
};

static const unsigned char search_js[] = {
#embed "page/search.js"
};

static const struct file files[] = {
  {"reference.css", reference_css, sizeof reference_css},
  {"search.js", search_js, sizeof search_js},
};

const unsigned char *embedded_page_file(const char *name, size_t *size) {
  return find_file(files, sizeof files / sizeof files[0], name, size);
}
