using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Person-time, events and rates by groups and by scales that move with follow-up, as R's <c>pyears</c>.</summary>
/// <example><code>
/// // Times in days, age in years.
/// PersonTimeTable table = PersonTime.Tabulate(lung, "Surv(time, status) ~ sex + tcut(age, c(50, 60, 70), scale = 365.25)");
/// </code></example>
public static class PersonTime
{
    /// <summary>Tabulates person-time and events.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula"><c>Surv(time, status) ~ sex + tcut(age, c(40, 50, 60))</c>: groups by columns as they are at entry, and by
    /// scales. A scale's column has its value at time 0; it grows as time does, in the same unit, which <c>scale = 365.25</c> makes of
    /// years in days. With a right side of 1 there is one cell.</param>
    /// <param name="options">Units, level and weights; <see langword="null"/>: R's defaults, so that days become years.</param>
    /// <exception cref="FormulaException">The formula cannot be read.</exception>
    /// <exception cref="SurvivalDataException">A value cannot be used, no row is complete, or an option is out of its range.</exception>
    public static PersonTimeTable Tabulate(DataFrame data, string formula, PersonTimeOptions? options = null)
    {
        options ??= new PersonTimeOptions();
        ConfidenceLevel.Check(options.Level);
        Check(options.Scale, "scale");
        Check(options.Per, "number of units of a rate");
        ScaledRows rows = ScaledRows.Read(data, formula, options.Weights);
        var sums = new SortedDictionary<long, Sums>();
        double outside = 0;
        var pieces = new LexisPieces(rows.Scales, rows.Starts, rows.Response.TimeArray);
        double[] starts = rows.Starts;
        for (int row = 0; row < rows.Response.Count; row++)
        {
            double stop = rows.Response.TimeArray[row];
            double weight = rows.Weights.Length == 0 ? 1 : rows.Weights[row];
            foreach ((double from, double to, int[] bands) in pieces.Of(row, starts[row], stop))
            {
                double time = (to - from) * weight;
                if (Key(rows.Terms, row, bands) is not { } key)
                {
                    outside += time;
                    continue;
                }

                if (!sums.TryGetValue(key, out Sums? cell))
                {
                    sums.Add(key, cell = new Sums());
                }

                cell.Time += time;
                cell.Observations += to > from ? 1 : 0;
                cell.Events += to == stop && rows.Response.EventArray[row] ? weight : 0;
            }
        }

        ImmutableArray<PersonTimeCell> cells =
        [
            .. sums.Where(pair => pair.Value.Observations > 0 || pair.Value.Events > 0)
                .Select(pair => Cell(LevelsOf(rows.Terms, pair.Key), pair.Value, options)),
        ];
        var all = new Sums
        {
            Time = sums.Values.Sum(cell => cell.Time),
            Events = sums.Values.Sum(cell => cell.Events),
            Observations = sums.Values.Sum(cell => cell.Observations),
        };
        return new PersonTimeTable(
            formula, options, [.. rows.Terms.Select(term => term.Name)], cells, Cell([], all, options), outside / options.Scale,
            rows.Response.Count, rows.Omitted, Cautions(rows, outside > all.Time));
    }

    private static void Check(double value, string what)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"A {what} of {value} was given; a finite number after 0 was expected."));
        }
    }

    // R warns of events without time too; that most time is outside often is a scale in years where times are in days.
    private static ImmutableArray<string> Cautions(ScaledRows rows, bool isMostOutside)
    {
        ImmutableArray<string> cautions = isMostOutside
            ? rows.Cautions.Add("Most of the person-time lies outside of the breaks; a scale grows as time does and in its unit, "
                + "and scale = 365.25 in tcut() makes days of years.")
            : rows.Cautions;
        double[] starts = rows.Starts;
        int momentary = Enumerable.Range(0, rows.Response.Count)
            .Count(row => rows.Response.EventArray[row] && rows.Response.TimeArray[row] == starts[row]);
        return momentary == 0 ? cautions : cautions.Add(
            $"{NumberText.Count(momentary, "event")} at time 0, without any time at risk: rates with them are questionable.");
    }

    // The cell's place where the last term varies fastest; null outside of a scale.
    private static long? Key(ImmutableArray<ScaledTerm> terms, int row, int[] bands)
    {
        long key = 0;
        int scale = 0;
        foreach (ScaledTerm term in terms)
        {
            int place = term.Levels is { } levels ? levels.Codes[row] : bands[scale++];
            if (place < 0)
            {
                return null;
            }

            key = checked((key * term.Names.Length) + place);
        }

        return key;
    }

    private static ImmutableArray<string> LevelsOf(ImmutableArray<ScaledTerm> terms, long key)
    {
        string[] levels = new string[terms.Length];
        for (int place = terms.Length - 1; place >= 0; place--)
        {
            levels[place] = terms[place].Names[(int)(key % terms[place].Names.Length)];
            key /= terms[place].Names.Length;
        }

        return [.. levels];
    }

    private static PersonTimeCell Cell(ImmutableArray<string> levels, Sums sums, PersonTimeOptions options)
    {
        double time = sums.Time / options.Scale;
        if (!(time > 0))
        {
            return new PersonTimeCell(levels, time, sums.Observations, sums.Events, double.NaN, double.NaN, double.NaN);
        }

        (double lower, double upper) = PoissonLimits.Exact(sums.Events, options.Level);
        double unit = options.Per / time;
        return new PersonTimeCell(levels, time, sums.Observations, sums.Events, sums.Events * unit, lower * unit, upper * unit);
    }

    private sealed class Sums
    {
        public double Time { get; set; }

        public int Observations { get; set; }

        public double Events { get; set; }
    }
}
