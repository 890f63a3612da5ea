System.Console.WriteLine("Saima");
