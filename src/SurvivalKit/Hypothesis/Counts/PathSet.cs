namespace SurvivalKit;

/// <summary>A node of the network of tables: the remaining row sums, and the paths that lead to it. Paths of equal probability are stored
/// once with their number.</summary>
internal sealed class PathSet(int[] remaining)
{
    private readonly Dictionary<long, (double LogProbability, double Ways)> _paths = [];

    public int[] Remaining { get; } = remaining;

    public IEnumerable<(double LogProbability, double Ways)> Paths => _paths.Values;

    /// <summary>Adds a path; false where one of this probability existed.</summary>
    public bool Add(double logProbability, double ways)
    {
        long key = (long)Math.Round(logProbability * 1e9);
        bool isNew = !_paths.TryGetValue(key, out (double LogProbability, double Ways) path);
        _paths[key] = isNew ? (logProbability, ways) : (path.LogProbability, path.Ways + ways);
        return isNew;
    }
}
