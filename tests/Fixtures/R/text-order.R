# The order of texts in a natural locale, en_US.UTF-8. R sorts by ICU where it was built with it (as on Debian, macOS and Windows).

text_order_content <- function() {
  before <- Sys.getlocale("LC_COLLATE")
  on.exit(Sys.setlocale("LC_COLLATE", before))
  stopifnot(capabilities("ICU"), nzchar(Sys.setlocale("LC_COLLATE", "en_US.UTF-8")))
  set.seed(20261129)
  ordinary <- c(letters, LETTERS, 0:9, strsplit(" _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$", "")[[1L]])
  rare <- intToUtf8(c(0xa1:0xac, 0xae:0xff, 0x100:0x17f, 0x391:0x3a1, 0x3b1:0x3c9, 0x410:0x44f, 0x2013, 0x2014, 0x2018:0x201d,
                      0x2022, 0x2026, 0x20ac, 0x2264, 0x2265, 0x2212, 0x2260, 0x2122), multiple = TRUE)
  word <- function(alphabet) paste(sample(alphabet, sample(1:6, 1L), replace = TRUE), collapse = "")
  random <- c(replicate(200L, word(ordinary)), replicate(100L, word(c(ordinary, rare))), replicate(200L, word(c("a", "A", "b", "\u00e1", "\u00c4", "-", " ", "1"))))
  named <- c("b", "A", "a", "B", "_", "1", ">=70", "<50", "50-69", "70+", "<=50", ">50", "\u226570", "Stage I", "Stage II", "stage i",
             "Stage IV", "Stage III", "10 mg", "5 mg", "placebo", "Placebo", "PLACEBO", "pla-cebo", "pla cebo", "r\u00e9sum\u00e9", "resume", "Resume",
             "na\u00efve", "naive", "M\u00fcller", "Muller", "Mueller", "stra\u00dfe", "strasse", "\u00e6ther", "aether", "e\u0301t\u00e9", "ete", "", " ", "  a")
  texts <- unique(c(random, named))
  list(session = session(), icu = unname(extSoftVersion()["ICU"]), sorted = array_of(sort(texts)),
       levels = array_of(levels(factor(c("<50", "50-69", "70+", ">=70", "b", "B", "A", "a", "_x", "unknown")))))
}
