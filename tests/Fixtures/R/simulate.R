# Simulated data for cases missing in the public data: non-integer weights, left truncation, heavy ties, near ties, strata with
# one group, clusters with several events, extreme scales. Fixed seeds; everything is rounded before it is used, so that the
# file is complete. The three test data sets are those of Therneau & Grambsch (2000), appendix E.

RNGkind("Mersenne-Twister", "Inversion", "Rejection")

write_data <- function(name, data) {
  cells <- function(column) {
    text <- if (is.numeric(column)) number(column) else as.character(column)
    text[is.na(column)] <- "NA"
    text
  }
  rows <- do.call(paste, c(unname(lapply(data, cells)), sep = ","))
  write_text(paste(c(paste(names(data), collapse = ","), rows), collapse = "\n"),
             file.path(fixture_folder, "data", paste0(name, ".csv")))
}

simulate_weights <- function() {
  set.seed(101)
  n <- 120
  x <- round(rnorm(n), 2)
  z <- rbinom(n, 1, 0.4)
  arm <- sample(c("control", "active"), n, TRUE)
  event <- rexp(n, 0.06 * exp(0.5 * x - 0.4 * z + 0.3 * (arm == "active")))
  censor <- runif(n, 5, 40)
  data.frame(time = ceiling(pmin(event, censor)), status = as.integer(event <= censor), arm, x, z,
             w = round(runif(n, 0.2, 3), 2), k = sample(1:4, n, TRUE))
}

# Delayed entry; some rows enter at a time at which others leave.
simulate_truncation <- function() {
  set.seed(102)
  n <- 150
  x <- round(rnorm(n), 2)
  group <- rbinom(n, 1, 0.5)
  entry <- ifelse(runif(n) < 0.25, 0, floor(runif(n, 0, 12)))
  exit <- entry + ceiling(rexp(n, 0.08 * exp(0.4 * x + 0.5 * group)))
  end <- 30 + floor(runif(n, 0, 10))
  data.frame(entry, exit = pmin(exit, pmax(end, entry + 1)), status = as.integer(exit <= end), group, x,
             w = round(runif(n, 0.5, 2), 2))
}

simulate_strata <- function() {
  set.seed(103)
  n <- 210
  centre <- sample(c("A", "B", "C", "D", "E"), n, TRUE, c(5, 4, 3, 2, 1))
  arm <- sample(c("low", "middle", "high"), n, TRUE)
  arm[centre == "E"] <- "middle"
  x1 <- round(rnorm(n, 50, 10), 1)
  x2 <- rbinom(n, 1, 0.3)
  off <- round(runif(n, -0.5, 0.5), 3)
  rate <- 0.02 * exp(0.02 * (x1 - 50) + 0.5 * x2 + 0.4 * (arm == "high") + off + 0.2 * match(centre, LETTERS))
  event <- rexp(n, rate)
  censor <- runif(n, 10, 80)
  data.frame(time = round(pmin(event, censor) + 0.05, 1), status = as.integer(event <= censor), arm, centre, x1, x2, off,
             practice = sample(1:40, n, TRUE), w = round(rgamma(n, 4, 4) + 0.1, 3))
}

# Several events a patient as (start, stop] rows, with a covariate that changes, patients within clinics.
simulate_recurrent <- function() {
  set.seed(104)
  rows <- lapply(1:60, function(id) {
    age <- round(rnorm(1, 60, 8))
    treated <- rbinom(1, 1, 0.5)
    clinic <- sample(c("north", "south", "east", "west"), 1)
    frailty <- rgamma(1, 2, 2)
    end <- ceiling(runif(1, 12, 48))
    time <- 0
    made <- list()
    while (time < end && length(made) < 6) {
      dose <- round(runif(1, 0, 2), 1)
      gap <- ceiling(rexp(1, 0.07 * frailty * exp(0.02 * (age - 60) - 0.5 * treated + 0.3 * dose)))
      stop <- min(time + gap, end)
      made[[length(made) + 1]] <- data.frame(id, start = time, stop, event = as.integer(time + gap <= end), treated, age, dose,
                                             clinic)
      time <- stop
    }
    do.call(rbind, made)
  })
  data <- do.call(rbind, rows)
  data$w <- round(runif(nrow(data), 0.5, 1.5), 2)
  data
}

simulate_ties <- function() {
  set.seed(105)
  n <- 60
  group <- sample(1:4, n, TRUE)
  data.frame(time = pmin(6, ceiling(rexp(n, 0.25 + 0.05 * group))), status = rbinom(n, 1, 0.75), group,
             x = round(rnorm(n), 1), y = sample(0:2, n, TRUE))
}

# Times that differ only by rounding noise: sqrt(k)^2, k, and k (1 + 1e-10). R takes them as ties (timefix).
simulate_near_ties <- function() {
  set.seed(106)
  k <- rep(c(2, 3, 5, 6, 7, 10, 11), each = 6)
  noisy <- ifelse(seq_along(k) %% 3 == 0, sqrt(k)^2, ifelse(seq_along(k) %% 3 == 1, k, k * (1 + 1e-10)))
  data.frame(time = noisy, status = rbinom(length(k), 1, 0.7), group = rep(1:2, length.out = length(k)),
             x = round(rnorm(length(k)), 1))
}

# A mean of 1e9, effects on scales of 1e-6 and 1e6, and times of order 1e12.
simulate_scales <- function() {
  set.seed(107)
  n <- 80
  x <- round(rnorm(n), 3)
  z <- round(rnorm(n), 3)
  event <- rexp(n, 0.1 * exp(0.6 * x - 0.3 * z))
  censor <- runif(n, 2, 25)
  time <- ceiling(pmin(event, censor) * 4) / 4
  data.frame(time, huge = time * 1e12, status = as.integer(event <= censor), x, z, shifted = 1e9 + x, small = z * 1e-6,
             large = x * 1e6)
}

simulate_all <- function() {
  dir.create(file.path(fixture_folder, "data"), showWarnings = FALSE)
  write_data("weights", simulate_weights())
  write_data("truncation", simulate_truncation())
  write_data("strata", simulate_strata())
  write_data("recurrent", simulate_recurrent())
  write_data("ties", simulate_ties())
  write_data("near-ties", simulate_near_ties())
  write_data("scales", simulate_scales())
  write_data("competing", simulate_competing())

  write_data("test1", data.frame(time = c(1, 1, 6, 6, 8, 9), status = c(1, 0, 1, 1, 0, 1), x = c(1, 1, 1, 0, 0, 0)))
  write_data("test2", data.frame(start = c(1, 2, 5, 2, 1, 7, 3, 4, 8, 8), stop = c(2, 3, 6, 7, 8, 9, 9, 9, 14, 17),
                                 event = c(1, 1, 1, 1, 1, 1, 1, 0, 0, 0), x = c(1, 0, 0, 1, 0, 1, 1, 1, 0, 0)))
  write_data("test3", data.frame(time = c(1, 1, 2, 2, 2, 2, 3, 4, 5), status = c(1, 0, 1, 1, 1, 0, 0, 1, 0),
                                 x = c(2, 0, 1, 1, 0, 1, 0, 1, 0), w = c(1, 2, 3, 4, 3, 2, 1, 2, 1)))

  # The curve reaches 0 at 3 while two rows have not entered yet: the product stays 0.
  write_data("early-zero", data.frame(entry = c(0, 0, 1, 4, 5, 5), exit = c(2, 3, 3, 6, 7, 8), status = c(1, 1, 1, 1, 0, 1)))
  # No event; one event; all at one time; a curve that stays at one half; perfect separation by x.
  write_data("edges", data.frame(time = c(1, 2, 3, 4, 5, 6), same = 4, status = c(1, 0, 1, 1, 0, 1), none = 0,
                                 one = c(0, 0, 1, 0, 0, 0), all = 1, half = c(1, 1, 1, 0, 0, 0), x = c(6, 5, 4, 3, 2, 1),
                                 z = c(0, 1, 1, 0, 1, 0),
                                 twice = 2 * c(0, 1, 1, 0, 1, 0)))
}
