namespace SurvivalKit.Fuzz;

/// <summary>Random times of many shapes.</summary>
internal static class TimeShapes
{
    /// <summary>Times, ties none to all, tiny to huge.</summary>
    public static double[] Draw(Random random, int rows)
    {
        double scale = random.Next(4) == 0 ? Math.Pow(10, random.Next(-9, 10)) : 1;
        int distinct = 1 + random.Next(1 + (rows / 2));
        return (random.Next(7)) switch
        {
            0 => Each(rows, () => scale * -Math.Log(1 - random.NextDouble())),
            1 => Each(rows, () => scale * (1 + random.Next(distinct))),
            2 => Each(rows, () => Math.Ceiling(-10 * Math.Log(1 - random.NextDouble()))),
            3 => Each(rows, () => Math.Round(-10 * Math.Log(1 - random.NextDouble()), 1)),
            4 => Each(rows, () => 1 + random.Next(3)),
            5 => NearTies(random, rows, distinct),
            _ => Each(rows, () => scale * Math.Pow(random.NextDouble(), -0.5)),
        };
    }

    /// <summary>Entry times before the times, on the same grid where these are whole.</summary>
    public static double[] Entries(Random random, double[] times)
    {
        bool isWhole = times.All(double.IsInteger) && random.Next(4) > 0;
        return [.. times.Select(time => isWhole
            ? Math.Floor(time * random.NextDouble() * 0.999)
            : random.Next(3) == 0 ? Math.Min(0, time - 1)
            : time - ((Math.Abs(time) + 1e-3) * random.NextDouble() * 0.9) - (1e-3 * Math.Abs(time)))];
    }

    // Sums of tenths: times that differ in the last bits only.
    private static double[] NearTies(Random random, int rows, int distinct) => Each(rows, () =>
    {
        int tenths = 1 + random.Next(distinct);
        double sum = 0;
        for (int i = 0; i < tenths; i++)
        {
            sum += 0.1;
        }

        return random.Next(2) == 0 ? sum : tenths / 10.0;
    });

    private static double[] Each(int rows, Func<double> draw)
    {
        var values = new double[rows];
        for (int i = 0; i < rows; i++)
        {
            values[i] = draw();
        }

        return values;
    }
}
