namespace SurvivalKit.TextCheck;

/// <summary>Checks survival rates that are printed for a time: whether a Kaplan-Meier curve can have them.</summary>
public static class SurvivalRateArithmetic
{
    // Intervals on other scales than those tried, and finite corrections, are not narrower than this part of the narrowest tried.
    private const double Narrowest = 0.75;

    /// <summary>The rates that a Kaplan-Meier curve can have at a time. Of <c>n</c> at the start, with <c>d</c> events by then and
    /// <c>r</c> still at
    /// risk, censoring before all events gives the least, r / (r + d), and censoring after all of them the greatest, (n - d) / n; without
    /// the number of events the least is r / n.</summary>
    /// <param name="patients">The number at the start, 1 or more.</param>
    /// <param name="atRisk">The number at risk just after the time; <see langword="null"/>: not printed.</param>
    /// <param name="events">The number of events by the time; <see langword="null"/>: not printed.</param>
    /// <exception cref="SurvivalDataException">A number is negative, or more are at risk or have had an event than there are
    /// patients.</exception>
    public static ValueRange Possible(int patients, int? atRisk, int? events)
    {
        Given.AtLeast(patients, 1, "number of patients");
        Given.AtLeast(atRisk ?? 0, 0, "number at risk");
        Given.AtLeast(events ?? 0, 0, "number of events");
        if ((long)(atRisk ?? 0) + (events ?? 0) > patients)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"{events ?? 0} events and {atRisk ?? 0} at risk are more than {NumberText.Count(patients, "patient")}; no more than all of them was expected."));
        }

        double high = events is { } d ? (double)(patients - d) / patients : 1;
        double low = (atRisk, events) switch
        {
            (null, 0) => 1,
            (null, _) or (0, not 0) => 0,
            (int r, null) => (double)r / patients,
            (int r, int e) => e == 0 ? 1 : (double)r / (r + e),
        };
        return new(low, high);
    }

    /// <summary>Whether a rate is one that a curve with these numbers can have.</summary>
    /// <param name="percent">The printed rate, in percent.</param>
    /// <param name="patients">The number at the start.</param>
    /// <param name="atRisk">The number at risk at the time; <see langword="null"/>: not printed.</param>
    /// <param name="events">The number of events by the time; <see langword="null"/>: not printed.</param>
    /// <returns><see cref="Verdict.Inconsistent"/> or <see cref="Verdict.NotCheckable"/>: possible.</returns>
    /// <exception cref="SurvivalDataException">As <see cref="Possible"/>.</exception>
    public static Judgement Rate(PrintedNumber percent, int patients, int? atRisk, int? events)
    {
        ValueRange possible = Possible(patients, atRisk, events) * 100;
        string given = NumberText.Count(patients, "patient")
            + (atRisk is { } r ? FormattableString.Invariant($", {r} at risk") : "")
            + (events is { } d ? FormattableString.Invariant($", {NumberText.Count(d, "event")}") : "");
        string span = $"from {ArithmeticText.Fixed(possible.Low, percent.Decimals + 1)}% to {ArithmeticText.Fixed(possible.High, percent.Decimals + 1)}%";
        return PrintedRanges.Either(percent).Overlaps(possible)
            ? Judgement.NotCheckable($"With {given} a survival curve can be {span}; {percent.Text()}% is among them.")
            : new(
                Verdict.Inconsistent, $"No survival curve with {given} is at {percent.Text()}%.", null, "Kaplan-Meier",
                $"Whenever the others were censored, it is {span}.");
    }

    /// <summary>Whether the interval of a rate can be as narrow as printed. Greenwood's variance is least without censoring, where it is
    /// binomial, S (1 - S) / n; censoring only widens the interval (Greenwood 1926; plain, log and log-log limits are tried).</summary>
    /// <param name="percent">The printed rate, in percent, between 0 and 100.</param>
    /// <param name="lower">The printed lower limit, in percent.</param>
    /// <param name="upper">The printed upper limit, in percent.</param>
    /// <param name="level">The level of the interval, 0.95.</param>
    /// <param name="patients">The number at the start, 1 or more.</param>
    /// <returns><see cref="Verdict.Inconsistent"/> or <see cref="Verdict.NotCheckable"/>: possible.</returns>
    /// <exception cref="SurvivalDataException">The number of patients is below 1, or the level is not between 0 and 1.</exception>
    public static Judgement Interval(PrintedNumber percent, PrintedNumber lower, PrintedNumber upper, double level, int patients)
    {
        Given.AtLeast(patients, 1, "number of patients");
        if (!(level is > 0 and < 1))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The confidence level is {level}; a number between 0 and 1 was expected."));
        }

        double s = (double)percent.Value / 100;
        double printed = ((double)(upper.Value - lower.Value) + (double)(lower.Unit + upper.Unit)) / 100;
        if (s is <= 0 or >= 1)
        {
            return Judgement.NotCheckable("At 0% and at 100% Greenwood's variance is 0, and no interval follows from it.");
        }

        double z = ReferenceDistribution.NormalTwoSidedQuantile(1 - level);
        double error = Math.Sqrt(s * (1 - s) / patients);
        double plain = Math.Min(1, s + (z * error)) - Math.Max(0, s - (z * error));
        double log = Math.Min(1, s * Math.Exp(z * error / s)) - (s * Math.Exp(-z * error / s));
        double exponent = z * error / (s * -Math.Log(s));
        double logLog = Math.Pow(s, Math.Exp(-exponent)) - Math.Pow(s, Math.Exp(exponent));
        double least = Math.Min(plain, Math.Min(log, logLog));
        string widths = $"{ArithmeticText.Fixed(100 * least, 1)} percentage points, and the printed one spans {ArithmeticText.Fixed((double)(upper.Value - lower.Value), 1)}";
        return printed >= Narrowest * least
            ? Judgement.NotCheckable(FormattableString.Invariant($"With {NumberText.Count(patients, "patient")} the narrowest interval of {percent.Text()}% spans ")
                + $"{widths}; it is possible.")
            : new(
                Verdict.Inconsistent,
                FormattableString.Invariant($"An interval of {percent.Text()}% from {NumberText.Count(patients, "patient")} is not as narrow as {lower.Text()} to {upper.Text()}."),
                100 * least, "Greenwood",
                FormattableString.Invariant($"Without censoring the standard error is sqrt({s:0.####} x {1 - s:0.####} / {patients}) = {error:0.0000}, and the narrowest interval spans ")
                + $"{widths}; censoring widens it.");
    }

    /// <summary>Whether rates of one group can be those of a survival curve, which never rises, or of a cumulative incidence, which
    /// never falls.</summary>
    /// <param name="times">The times in rising order.</param>
    /// <param name="percents">The rate at each.</param>
    /// <param name="isIncidence">Whether they are of a cumulative incidence.</param>
    /// <returns><see cref="Verdict.Inconsistent"/> or <see cref="Verdict.NotCheckable"/>: possible.</returns>
    /// <exception cref="SurvivalDataException">The numbers of times and of rates differ, or the times do not rise.</exception>
    public static Judgement Order(IReadOnlyList<double> times, IReadOnlyList<PrintedNumber> percents, bool isIncidence = false)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(percents);
        if (times.Count != percents.Count || times.Zip(times.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new SurvivalDataException("One rate for each time, and times in rising order, were expected.");
        }

        for (int i = 1; i < percents.Count; i++)
        {
            decimal step = percents[i].Value - percents[i - 1].Value;
            if ((isIncidence ? -step : step) > Math.Max(percents[i].Unit, percents[i - 1].Unit))
            {
                string what = isIncidence ? "A cumulative incidence does not fall" : "A survival curve does not rise";
                return new(
                    Verdict.Inconsistent,
                    FormattableString.Invariant($"{what} with time: {percents[i - 1].Text()}% at {times[i - 1]:0.##}, then {percents[i].Text()}% at {times[i]:0.##}."),
                    null, "order in time");
            }
        }

        return Judgement.NotCheckable($"The rates {(isIncidence ? "rise" : "fall")} with time, as they have to; no more follows from them.");
    }
}
