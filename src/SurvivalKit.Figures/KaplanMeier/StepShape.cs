using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>The shapes of one curve in a frame: right-continuous steps, the band in steps, the censor ticks.</summary>
internal sealed class StepShape
{
    private readonly KaplanMeierFrame _frame;
    private readonly ImmutableArray<SurvivalStep> _steps;
    private readonly double _end;
    private readonly bool _incidence;

    /// <param name="group">The curve.</param>
    /// <param name="frame">The plot area.</param>
    /// <param name="incidence">Whether 1 - S is drawn.</param>
    /// <param name="minimumAtRisk">The curve ends where fewer are at risk.</param>
    public StepShape(SurvivalGroup group, KaplanMeierFrame frame, bool incidence, int minimumAtRisk)
        : this(group.Steps, frame, incidence, minimumAtRisk)
    {
    }

    /// <param name="steps">The steps of the curve.</param>
    /// <param name="frame">The plot area.</param>
    /// <param name="incidence">Whether 1 - S is drawn.</param>
    /// <param name="minimumAtRisk">The curve ends where fewer are at risk.</param>
    public StepShape(ImmutableArray<SurvivalStep> steps, KaplanMeierFrame frame, bool incidence, int minimumAtRisk)
    {
        _frame = frame;
        _incidence = incidence;
        // Between one step's time and the next, the number at risk is that of the next step.
        ImmutableArray<SurvivalStep> kept = [.. steps.TakeWhile(step => step.AtRisk >= minimumAtRisk)];
        _end = Math.Min(frame.TimeEnd, kept.IsEmpty ? 0 : kept[^1].Time);
        _steps = [.. kept.Where(step => step.Time <= frame.TimeEnd)];
        if (kept.Length > _steps.Length)
        {
            _end = frame.TimeEnd;
        }
    }

    /// <summary>The time at which the curve ends.</summary>
    public double End => _end;

    /// <summary>The curve from (0, 1), or (0, 0) for 1 - S, to its end.</summary>
    public Chain Curve()
    {
        ImmutableArray<ScenePoint>.Builder points = ImmutableArray.CreateBuilder<ScenePoint>();
        double y = Y(1);
        Add(points, _frame.X(0), y);
        foreach (SurvivalStep step in _steps)
        {
            double next = Y(step.Survival);
            if (next == y)
            {
                continue;
            }

            double x = _frame.X(step.Time);
            Add(points, x, y);
            Add(points, x, next);
            y = next;
        }

        Add(points, _frame.X(_end), y);
        return new Chain(points.ToImmutable());
    }

    /// <summary>The band: one closed shape for each time interval in which both limits exist.</summary>
    public ImmutableArray<Chain> Band()
    {
        ImmutableArray<Chain>.Builder bands = ImmutableArray.CreateBuilder<Chain>();
        var upper = new List<ScenePoint>();
        var lower = new List<ScenePoint>();
        double high = 1, low = 1, from = 0;
        foreach (SurvivalStep step in _steps.Append(new SurvivalStep(_end, 0, 0, 0, 0, double.NaN, double.NaN)))
        {
            if (double.IsFinite(high) && double.IsFinite(low) && step.Time > from)
            {
                upper.Add(new ScenePoint(_frame.X(from), Y(high)));
                upper.Add(new ScenePoint(_frame.X(step.Time), Y(high)));
                lower.Add(new ScenePoint(_frame.X(from), Y(low)));
                lower.Add(new ScenePoint(_frame.X(step.Time), Y(low)));
            }

            (from, high, low) = (step.Time, step.Upper, step.Lower);
            if (!(double.IsFinite(high) && double.IsFinite(low)))
            {
                Close();
            }
        }

        return bands.ToImmutable();

        void Close()
        {
            // Where both limits are the curve itself, nothing is shaded.
            if (upper.Zip(lower).Any(pair => pair.First.Y != pair.Second.Y))
            {
                bands.Add(new Chain([.. Outline()], Closed: true));
            }

            upper.Clear();
            lower.Clear();
        }

        IEnumerable<ScenePoint> Outline() => Corners(upper).Concat(Corners(lower).Reverse());
    }

    /// <summary>A tick through the curve at each time with censored observations.</summary>
    public ImmutableArray<Chain> CensorTicks(double halfLength)
    {
        ImmutableArray<Chain>.Builder ticks = ImmutableArray.CreateBuilder<Chain>();
        string last = "";
        foreach (SurvivalStep step in _steps)
        {
            if (step.Censored <= 0 || step.Time > _end)
            {
                continue;
            }

            double x = _frame.X(step.Time), y = Y(step.Survival);
            // Thousands of ticks fall on the same hundredth of a point; one is drawn.
            string here = Numbers.Coordinate(x) + " " + Numbers.Coordinate(y);
            if (here != last)
            {
                ticks.Add(new Chain([new ScenePoint(x, y - halfLength), new ScenePoint(x, y + halfLength)]));
            }

            last = here;
        }

        return ticks.ToImmutable();
    }

    private double Y(double survival) => _frame.Y(_incidence ? 1 - survival : survival);

    private static void Add(ImmutableArray<ScenePoint>.Builder points, double x, double y)
    {
        if (points.Count == 0 || Math.Abs(points[^1].X - x) > 0.001 || Math.Abs(points[^1].Y - y) > 0.001)
        {
            points.Add(new ScenePoint(x, y));
        }
    }

    // Without the points inside a straight run.
    private static IEnumerable<ScenePoint> Corners(List<ScenePoint> points) =>
        points.Where((p, i) => i == 0 || i == points.Count - 1 || points[i - 1].Y != p.Y || points[i + 1].Y != p.Y);
}
