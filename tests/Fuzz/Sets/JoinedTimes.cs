namespace SurvivalKit.Fuzz;

/// <summary>The times of a set by rank. Times that differ by at most 1.5e-8, absolutely or relative to their mean, are one time, as in
/// R.</summary>
internal sealed class JoinedTimes
{
    private const double Tolerance = 1.4901161193847656e-08;
    private readonly Dictionary<double, int> _ranks = [];
    private readonly double[] _starts;
    private readonly double[] _ends;

    private JoinedTimes(double[] starts, double[] ends)
    {
        _starts = starts;
        _ends = ends;
        double[] distinct = [.. starts.Concat(ends).Distinct().Order()];
        double mean = distinct.Select(Math.Abs).DefaultIfEmpty(1).Average();
        int rank = 0;
        for (int i = 0; i < distinct.Length; i++)
        {
            double gap = i == 0 ? 0 : distinct[i] - distinct[i - 1];
            rank += gap > Tolerance && gap / mean > Tolerance ? 1 : 0;
            _ranks[distinct[i]] = rank;
        }
    }

    /// <summary>The times of a set without missing values.</summary>
    public static JoinedTimes Of(Question question, FuzzSet set) => new(question.IsCounting ? set["start"] : [], set["time"]);

    /// <summary>The rank of a row's end.</summary>
    public int End(int row) => _ranks[_ends[row]];

    /// <summary>The rank of a row's entry; below all others where there are no entry times.</summary>
    public int Start(int row) => _starts.Length == 0 ? int.MinValue : _ranks[_starts[row]];
}
