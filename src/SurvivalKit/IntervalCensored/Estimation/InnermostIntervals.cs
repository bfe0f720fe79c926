namespace SurvivalKit;

/// <summary>The intervals in which the estimate of interval-censored times can have mass: those between a left limit and the next limit,
/// where that is a right one (Peto 1973; Turnbull 1976), and which of them each observation covers.</summary>
/// <remarks>An observation is <c>(left, right]</c>, or a single time where both are equal.</remarks>
internal sealed class InnermostIntervals
{
    // At one time a single time begins before intervals end, and open intervals begin after that.
    private const int Single = 0;
    private const int End = 1;
    private const int Open = 2;

    public InnermostIntervals(Surv response)
    {
        int n = response.Count;
        var limits = new (double Time, int Kind)[2 * n];
        for (int i = 0; i < n; i++)
        {
            limits[2 * i] = (response.LeftLimit[i], response.Event[i] ? Single : Open);
            limits[(2 * i) + 1] = (response.RightLimit[i], End);
        }

        Array.Sort(limits);
        var lower = new List<(double Time, int Kind)>();
        var upper = new List<(double Time, int Kind)>();
        for (int i = 1; i < limits.Length; i++)
        {
            if (limits[i].Kind == End && limits[i - 1].Kind != End)
            {
                lower.Add(limits[i - 1]);
                upper.Add(limits[i]);
            }
        }

        Lower = [.. lower.Select(limit => limit.Time)];
        Upper = [.. upper.Select(limit => limit.Time)];
        First = new int[n];
        Last = new int[n];
        for (int i = 0; i < n; i++)
        {
            int first = lower.BinarySearch((response.LeftLimit[i], response.Event[i] ? Single : Open));
            int last = upper.BinarySearch((response.RightLimit[i], End));
            First[i] = first < 0 ? ~first : first;
            Last[i] = last < 0 ? ~last - 1 : last;
        }
    }

    /// <summary>The time after which each interval begins; its own upper limit where it is a single time.</summary>
    public double[] Lower { get; }

    /// <summary>The time with which each interval ends; infinite for the last one of censored times.</summary>
    public double[] Upper { get; }

    /// <summary>The number of intervals.</summary>
    public int Count => Lower.Length;

    /// <summary>The first interval that each observation covers.</summary>
    public int[] First { get; }

    /// <summary>The last interval that each observation covers.</summary>
    public int[] Last { get; }
}
