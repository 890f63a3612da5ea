namespace Saima.Hosting;

/// <summary>Where does the embedded market lie when nobody says?</summary>
public static class DataFolder
{
    /// <summary><c>data</c> in the folder from which the program is started.</summary>
    public static DirectoryInfo Default => new("data");
}
