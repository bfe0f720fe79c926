namespace SurvivalKit.Fuzz;

/// <summary>Random covariates of many shapes.</summary>
internal static class CovariateShapes
{
    /// <summary>A column of numbers: ordinary, far-scaled, constant, rare, or bound to the times and the status.</summary>
    public static double[] Draw(Random random, double[] times, double[] status)
    {
        int rows = times.Length;
        switch (random.Next(16))
        {
            case 0:
                return Each(rows, _ => 1e6 + Math.Round(Normal(random), 2));
            case 1:
                return Each(rows, _ => 1990 + random.Next(30));
            case 2:
                return Each(rows, _ => 1e-6 * Normal(random));
            case 3:
                return Each(rows, _ => 1e6 * Normal(random));
            case 4:
                return Each(rows, _ => 3);
            case 5:
                int carrier = random.Next(rows);
                return Each(rows, i => i == carrier ? 1 : 0);
            case 6:
                return Each(rows, i => status[i] == 1 ? 1 : random.Next(2));
            case 7:
                return Each(rows, i => -times[i]);
            case 8:
                return Each(rows, i => Math.Round(Math.Log(1e-3 + Math.Abs(times[i])) + Normal(random), 2));
            case 9 or 10:
                return Each(rows, _ => random.Next(2));
            case 11:
                return Each(rows, _ => random.Next(5));
            case 12:
                return Each(rows, i => Math.Round(Normal(random), 1) + (i == 0 ? 50 : 0));
            default:
                return Each(rows, _ => Math.Round(Normal(random), 3));
        }
    }

    /// <summary>A column of letters, the last of them rare.</summary>
    public static double[] Letters(Random random, int rows)
    {
        int levels = 1 + random.Next(4);
        bool isRare = random.Next(3) == 0;
        return Each(rows, _ => isRare && random.Next(8) > 0 ? random.Next(Math.Max(1, levels - 1)) : random.Next(levels));
    }

    /// <summary>Case weights: whole, fractional, some of them 0.</summary>
    public static double[] Weights(Random random, int rows)
    {
        int kind = random.Next(4);
        bool hasZeros = random.Next(3) == 0;
        return Each(rows, _ => hasZeros && random.Next(5) == 0 ? 0 : kind switch
        {
            0 => 1 + random.Next(3),
            1 => Math.Round(0.1 + (2 * random.NextDouble()), 2),
            2 => 0.05 + random.NextDouble(),
            _ => random.Next(10) == 0 ? 100 : 1,
        });
    }

    /// <summary>A draw of the normal distribution.</summary>
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>A value for each row.</summary>
    public static double[] Each(int rows, Func<int, double> draw)
    {
        var values = new double[rows];
        for (int i = 0; i < rows; i++)
        {
            values[i] = draw(i);
        }

        return values;
    }
}
