namespace SurvivalKit;

/// <summary>How <see cref="Landmark.At"/> makes landmark sets.</summary>
public sealed record LandmarkOptions
{
    /// <summary>The column that names the subject of each row, where a subject has several rows (start, stop]; default: each row is a
    /// subject.</summary>
    public string? Id { get; init; }

    /// <summary>Whether times count from the landmark; default: no, they stay as they are, and the landmark is the time of entry.</summary>
    public bool ResetTime { get; init; }

    /// <summary>How long after the landmark subjects are followed: later ones are censored there; default: to the end.</summary>
    public double? Horizon { get; init; }

    /// <summary>The name of the column of the landmark; default: <c>landmark</c>.</summary>
    public string Column { get; init; } = "landmark";
}
