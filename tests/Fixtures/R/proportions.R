# Intervals of proportions: binom.test() (Clopper and Pearson), prop.test() without continuity correction (Wilson).

proportions_content <- function() {
  counts <- list(c(0, 1), c(1, 1), c(0, 10), c(10, 10), c(1, 10), c(8, 14), c(10, 42), c(56, 70), c(1, 100000), c(50000, 100000), c(99999, 100000),
                 c(3, 1000))
  wilson <- function(x, n, level) suppressWarnings(as.numeric(prop.test(x, n, conf.level = level, correct = FALSE)$conf.int))
  single <- list()
  for (pair in counts) for (level in c(0.9, 0.95, 0.99)) {
    single[[length(single) + 1L]] <- list(
      name = sprintf("%d/%d at %g", pair[1], pair[2], level), events = pair[1], n = pair[2], level = level,
      clopperPearson = array_of(as.numeric(binom.test(pair[1], pair[2], conf.level = level)$conf.int)),
      wilson = array_of(wilson(pair[1], pair[2], level)))
  }
  list(session = session(), single = single)
}
